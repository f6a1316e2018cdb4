// What scripts say. In place of the English phrases, the rule of plural forms and the locale, the build puts those of the
// language of the site (site/assets/script_phrases.py).
;(() => {
  const locale = "en-GB"
  const form = (n) => Number(n != 1)
  const number = (n) => n.toLocaleString(locale)
  const day = (date) => date.toLocaleDateString(locale, { day: "numeric", month: "long", year: "numeric" })
  const list = (items) => new Intl.ListFormat(locale).format(items)
  const parts = (phrase, values) => phrase.split(/\{(\w+)\}/).map((part, place) => (place % 2 ? values[part] : part))
  const _ = (phrase, values = {}) => parts(phrase, values).join("")
  const counted = (forms, n, values) => _(forms[form(n)], { n: number(n), ...values })
  Object.defineProperty(self, "editionsWords", { value: Object.freeze({ _, counted, day, list, number }) })
})()

// Small comforts; every page reads and works without them.
;(() => {
  const { _ } = editionsWords

  // The outline stands open where it has a column of its own, and closed above the text where it has not.
  for (const outline of document.querySelectorAll(".outline")) {
    const wide = matchMedia("(min-width: 60em)")
    const fit = () => {
      outline.open = wide.matches
    }
    wide.addEventListener("change", fit)
    fit()
  }

  // What is measured is measured once the style sheet is there, which this script may be ahead of, and at each new width.
  const measured = (boxes, measure) => {
    const observer = new ResizeObserver(measure)
    for (const box of boxes) observer.observe(box)
  }

  // The row of sections may be wider than the screen: the section of this page is in sight, and then what has the focus,
  // which browsers leave as it is while any of it can be seen.
  const sections = document.querySelector(".masthead-nav ul")
  if (sections) {
    const reveal = (link) => {
      if (!link) return
      const [{ left, right }, row] = [link, sections].map((it) => it.getBoundingClientRect())
      sections.scrollLeft += Math.ceil(Math.max(0, right - row.right)) + Math.floor(Math.min(0, left - row.left))
    }
    measured([sections], () => reveal(sections.querySelector("[aria-current]")))
    sections.addEventListener("focusin", (event) => reveal(event.target))
  }

  for (const switcher of document.querySelectorAll(".edition-switcher")) {
    document.addEventListener("click", (event) => {
      if (!switcher.contains(event.target)) switcher.open = false
    })
    // Open, it would lie over what the keyboard reaches next.
    switcher.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !switcher.contains(event.relatedTarget)) switcher.open = false
    })
    switcher.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        switcher.open = false
        switcher.querySelector("summary").focus()
      }
    })
  }

  // Colours as the system, light, dark, and round again.
  const SCHEMES = { system: _("as the system"), light: _("light"), dark: _("dark") }
  const scheme = document.querySelector(".scheme-switch")
  if (scheme) {
    const root = document.documentElement
    const names = Object.keys(SCHEMES)
    const next = () => names[(names.indexOf(root.dataset.scheme || "system") + 1) % names.length]
    const name = () => {
      const now = root.dataset.scheme || "system"
      scheme.setAttribute("aria-label", _("Colours: {now}; switch to {next}", { now: SCHEMES[now], next: SCHEMES[next()] }))
      scheme.title = scheme.getAttribute("aria-label")
    }
    scheme.addEventListener("click", () => {
      const chosen = next()
      if (chosen === "system") delete root.dataset.scheme
      else root.dataset.scheme = chosen
      editions.remember("scheme", chosen === "system" ? null : chosen)
      name()
    })
    name()
    scheme.hidden = false
  }

  // The search is loaded when it is first asked for.
  const opener = document.querySelector(".search-open")
  if (opener) {
    // What is typed while it loads is kept for its field.
    let loading
    let typed = null
    const open = async () => {
      typed ??= ""
      loading ??= editions.load("assets/editions/search.js")
      try {
        await loading
        if (typed !== null) dispatchEvent(new CustomEvent("editions:search", { detail: typed }))
      } catch {
        loading = undefined
      }
      typed = null
    }
    opener.addEventListener("click", open)
    document.addEventListener("keydown", (event) => {
      const writing = event.target.closest?.("input, select, textarea, [contenteditable], dialog")
      const modified = event.ctrlKey || event.altKey || event.metaKey
      if (writing || modified) return
      if (typed !== null) {
        if (event.key.length === 1) typed += event.key
        if (event.key === "Backspace") typed = typed.slice(0, -1)
        if (event.key === "Escape") typed = null
        if (event.key.length === 1 || event.key === "Enter") event.preventDefault()
        return
      }
      if (event.key !== "/" || editions.recall("shortcut") === "off") return
      event.preventDefault()
      open()
    })
    opener.hidden = false
  }

  // Copying is loaded where there is something to copy.
  if (document.querySelector(".copy-button, pre[data-copy], .sheet-body pre > code")) editions.load("assets/editions/copy.js")

  // The heading that is being read is marked in the outline.
  const places = new Map()
  for (const link of document.querySelectorAll(".outline [data-toc] a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (heading) places.set(heading, link)
  }
  if (places.size) {
    const mark = () => {
      let here = null
      for (const heading of places.keys()) if (heading.getBoundingClientRect().top < innerHeight / 4) here = heading
      for (const [heading, link] of places) link.classList.toggle("outline-here", heading === here)
    }
    let waiting = false
    addEventListener("scroll", () => {
      if (waiting) return
      waiting = true
      requestAnimationFrame(() => {
        waiting = false
        mark()
      })
    }, { passive: true })
    mark()
  }

  // What scrolls sideways can be scrolled with the keyboard, and says what it is.
  const boxes = [...document.querySelectorAll(".table-scroll, p.formula")]
  const reach = () => {
    for (const [place, box] of boxes.entries()) {
      const scrolls = box.scrollWidth > box.clientWidth
      // Landmarks of a page differ in their names.
      const number = place ? ` ${place + 1}` : ""
      const formula = box.matches(".formula") ? _("Formula{number}, scrolls sideways", { number }) : ""
      const code = box.querySelector(".highlighttable") ? _("Code{number}, scrolls sideways", { number }) : ""
      const label = formula || code || _("Table{number}, scrolls sideways", { number })
      for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", label]]) {
        if (scrolls) box.setAttribute(name, value)
        else box.removeAttribute(name)
      }
    }
  }
  measured(boxes.flatMap((box) => [box, ...box.children]), reach)

  // A copied formula is its source, since the signs alone lose what is raised and what is below a line.
  document.addEventListener("copy", (event) => {
    const selection = getSelection()
    if (!document.querySelector("math") || selection.isCollapsed) return
    const copied = document.createElement("div")
    copied.append(selection.getRangeAt(0).cloneContents())
    const formulas = [...copied.querySelectorAll("math")]
    if (!formulas.length) return
    const html = copied.innerHTML
    for (const formula of formulas) {
      const mark = formula.getAttribute("display") === "block" ? "$$" : "$"
      formula.replaceWith(`${mark}${formula.querySelector("annotation")?.textContent ?? formula.textContent}${mark}`)
    }
    document.body.append(copied)
    event.clipboardData.setData("text/plain", copied.innerText)
    event.clipboardData.setData("text/html", html)
    event.preventDefault()
    copied.remove()
  })

  // Links within a site that is opened from a disk; those of pictures have no properties of a link.
  if (location.protocol === "file:")
    for (const link of document.querySelectorAll("a[href]")) {
      const address = new URL(link.getAttribute("href"), location)
      if (address.protocol === "file:") link.setAttribute("href", editions.local(address))
    }
})()
