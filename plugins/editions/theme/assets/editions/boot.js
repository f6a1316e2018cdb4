// The only script that stands in a page itself: the content security policy knows it by its hash, and trusts what it
// loads. It runs before anything is painted.
;(() => {
  // Once, and in no frame: a copy of this text that somebody writes into a page does nothing.
  if (self !== top || Object.hasOwn(self, "editions")) return
  const own = document.currentScript
  const root = document.documentElement
  const base = new URL(own.dataset.base.replace(/\/?$/, "/"), location).href
  const key = (name) => `editions:${new URL(base).pathname}:${name}`
  // Storage may be full or forbidden; a choice that is not remembered is no failure.
  const recall = (name) => {
    try {
      return localStorage.getItem(key(name))
    } catch {
      return null
    }
  }
  const remember = (name, value) => {
    try {
      if (value === null) localStorage.removeItem(key(name))
      else localStorage.setItem(key(name), value)
    } catch {}
  }
  const load = (address, module) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script")
      if (module) script.type = "module"
      script.async = false
      script.onload = resolve
      script.onerror = reject
      script.src = new URL(address, base)
      document.head.append(script)
    })
  // A folder opened from a disk shows its files instead of its page.
  const local = (address) => {
    const url = new URL(address, base)
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html"
    return url.href
  }
  Object.defineProperty(self, "editions", { value: Object.freeze({ base, recall, remember, load, local }) })
  root.classList.replace("no-js", "js")
  if (["light", "dark"].includes(recall("scheme"))) root.dataset.scheme = recall("scheme")
  const scripts = own.dataset.scripts.split(" ").filter(Boolean)
  // A script that measures the page before all style sheets are there would have it laid out without them, and typefaces
  // fetched that they do not ask for.
  const styled = (link) =>
    link.sheet ||
    new Promise((resolve) => {
      link.addEventListener("load", resolve)
      addEventListener("load", resolve) // of the page, whatever became of the sheet
    })
  addEventListener("DOMContentLoaded", async () => {
    await Promise.all([...document.querySelectorAll("link[rel=stylesheet]")].map(styled))
    for (const script of scripts) load(new URL(script.replace(/^module:/, ""), location), script.startsWith("module:"))
  })
})()
