// The search: loaded when it is first asked for, with its index and the library that reads it.
;(() => {
  const { _, counted, number } = editionsWords
  const ASSETS = "assets/editions/"
  const MOST = 30
  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    made.append(...children)
    return made
  }
  const style = element("link", { rel: "stylesheet", href: new URL(`${ASSETS}search.css`, editions.base) })
  document.head.append(style)

  const field = element("input", { type: "search", class: "search-field", "aria-label": _("Search the site"), placeholder: _("Search the site"), autocapitalize: "off", autocomplete: "off", spellcheck: "false", enterkeyhint: "search" })
  const close = element("button", { type: "button", class: "search-close" }, _("Close"))
  const status = element("p", { class: "search-status", role: "status" })
  const list = element("ol", { class: "search-results", "aria-label": _("Results") })
  const shortcut = element("input", { type: "checkbox" })
  const setting = element("label", { class: "search-setting" }, shortcut, " ", _("The key / opens the search"))
  const form = element("form", { role: "search", class: "search-form" }, field, close)
  const dialog = element("dialog", { class: "search", "aria-label": _("Search") }, form, status, list, setting)
  document.body.append(dialog)
  shortcut.checked = editions.recall("shortcut") !== "off"
  shortcut.addEventListener("change", () => editions.remember("shortcut", shortcut.checked ? null : "off"))

  // An id such as is one word, and each part of it is one as well.
  const words = (text) =>
    text.split(/[\s\p{Z}]+/u).flatMap((word) => {
      const whole = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
      const parts = whole.split(/[^\p{L}\p{N}]+/u)
      return parts.length > 1 ? [whole, ...parts] : parts
    }).filter(Boolean)

  const read = async () => {
    if (location.protocol !== "file:") {
      const answer = await fetch(new URL("search/index.json", editions.base))
      if (!answer.ok) throw new Error(`the index answered ${answer.status}`)
      return answer.json()
    }
    // A page opened from a disk may not fetch; the same index stands in a script.
    const given = new Promise((resolve) => addEventListener("editions:index", (event) => resolve(event.detail), { once: true }))
    await editions.load("search/index.js")
    return given
  }

  const prepare = async () => {
    const [index] = await Promise.all([read(), editions.load(`${ASSETS}minisearch/minisearch.js`)])
    const pages = new Map()
    const entries = index.entries.map((entry, id) => {
      const [address] = entry.location.split("#")
      const made = { id, address, ...entry }
      if (address === entry.location) pages.set(address, made.title)
      return made
    })
    const search = new MiniSearch({
      fields: ["title", "text"],
      tokenize: words,
      searchOptions: { boost: { title: 3 }, combineWith: "AND", prefix: (word) => word.length > 1, fuzzy: (word) => (word.length > 5 ? 0.15 : false) },
    })
    search.addAll(entries)
    return (query) => {
      // The words as typed outrank what merely begins with them or is spelt like them.
      const found = search.search(query).map((it) => ({ ...entries[it.id], score: it.score, terms: it.terms }))
      const phrase = query.toLowerCase().replace(/\s+/g, " ")
      for (const it of found) if (`${it.title} ${it.text}`.toLowerCase().includes(phrase)) it.score *= 2
      found.sort((one, other) => other.score - one.score || one.location.localeCompare(other.location))
      return found.map((it) => ({ ...it, page: it.location === it.address ? "" : pages.get(it.address) }))
    }
  }

  const marked = (text, terms) => {
    const starts = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")
    if (!starts) return [text]
    return text.split(new RegExp(`(?<![\\p{L}\\p{N}])((?:${starts}))`, "giu")).map((part, place) => (place % 2 ? element("mark", {}, part) : part))
  }
  // A long text is shown around the first word that was looked for.
  const teaser = (text, terms) => {
    if (text.length < 320) return text
    const low = text.toLowerCase()
    const first = Math.min(...terms.map((term) => low.indexOf(term)).filter((place) => place >= 0), text.length)
    const start = first > text.length - 1 || first < 120 ? 0 : text.lastIndexOf(" ", first - 80) + 1
    const end = text.indexOf(" ", start + 280)
    return `${start ? "… " : ""}${text.slice(start, end < 0 ? undefined : end)}${end < 0 ? "" : " …"}`
  }
  const result = (it) => {
    const link = element("a", { href: editions.local(it.location) })
    if (it.page) link.append(element("span", { class: "search-page" }, it.page), " ")
    link.append(element("span", { class: "search-title" }, ...marked(it.title, it.terms)))
    const item = element("li", {}, link)
    if (it.text) item.append(element("p", {}, ...marked(teaser(it.text, it.terms), it.terms)))
    return item
  }

  let searching
  let asked = 0
  let timer = 0
  const show = async () => {
    const query = field.value.trim()
    const now = ++asked
    try {
      const search = await (searching ??= prepare())
      if (now !== asked) return
      const found = query ? search(query) : []
      // A reader who is in the results already stays at the same place.
      const place = [...list.querySelectorAll("a")].indexOf(document.activeElement)
      list.replaceChildren(...found.slice(0, MOST).map(result))
      if (place >= 0) (list.querySelectorAll("a")[place] ?? field).focus()
      const most = number(MOST)
      const many = found.length > MOST ? counted(["{n} match, the first {most} shown", "{n} matches, the first {most} shown"], found.length, { most }) : counted(["{n} match", "{n} matches"], found.length)
      status.textContent = !query ? "" : found.length ? many : _("No match")
    } catch {
      searching = undefined
      status.textContent = _("The search index could not be loaded. Check the connection and type again.")
    }
    if (now === asked && !timer) list.removeAttribute("aria-busy")
  }
  // Results that are about to be replaced say so.
  field.addEventListener("input", () => {
    list.setAttribute("aria-busy", "true")
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = 0
      show()
    }, 60)
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    list.querySelector("a")?.click()
  })
  close.addEventListener("click", () => dialog.close())
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a")) dialog.close()
  })
  // Arrow keys go through the results; Tab does as well. Escape closes at once, where Chromium would first empty the field.
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault()
      dialog.close()
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    const stops = [field, ...list.querySelectorAll("a")]
    const here = stops.indexOf(document.activeElement)
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)]
    if (here < 0 || !next) return
    event.preventDefault()
    next.focus()
  })
  addEventListener("editions:search", (event) => {
    if (!dialog.open) dialog.showModal()
    if (event.detail) field.value = event.detail
    else field.select()
    field.focus()
    show()
  })
})()
