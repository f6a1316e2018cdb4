// Citations and notices: one style at a time, today's date of access, copying. Without script everything is shown.
;(() => {
  const KEY = "editions.citation-style"
  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    made.append(...children)
    return made
  }
  const remembered = () => {
    try {
      return localStorage.getItem(KEY)
    } catch (error) {
      return null
    }
  }
  const remember = (style) => {
    try {
      localStorage.setItem(KEY, style)
    } catch (error) {
      // A choice that cannot be remembered still holds on this page.
    }
  }

  const select = (node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const selection = getSelection()
    selection.removeAllRanges()
    selection.addRange(range)
  }
  const write = async (node, rich) => {
    const text = node.textContent.trim()
    if (navigator.clipboard && window.ClipboardItem && rich) {
      const kinds = { "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([node.innerHTML], { type: "text/html" }) }
      try {
        return await navigator.clipboard.write([new ClipboardItem(kinds)])
      } catch (error) {
        // Some browsers take plain text only.
      }
    }
    if (navigator.clipboard) return navigator.clipboard.writeText(text)
    select(node)
    if (!document.execCommand("copy")) throw new Error("copying is not allowed here")
    getSelection().removeAllRanges()
  }

  // A button that copies, and says so to eye and screen reader.
  const copier = (label, what, node, rich) => {
    const status = element("span", { class: "cite-status", role: "status", "aria-live": "polite" })
    const button = element("button", { type: "button", class: "cite-button" }, label)
    let timer
    button.addEventListener("click", async () => {
      clearTimeout(timer)
      status.textContent = ""
      try {
        await write(node(), rich)
        button.textContent = "Copied"
        button.classList.add("cite-button--done")
        status.textContent = `${what()} copied to the clipboard.`
      } catch (error) {
        select(node())
        status.textContent = "The browser does not allow copying. The text is selected: copy it with the keyboard or the menu."
      }
      timer = setTimeout(() => {
        button.textContent = label
        button.classList.remove("cite-button--done")
        status.textContent = ""
      }, 4000)
    })
    return [button, status]
  }

  const today = new Date()
  const day = (template, months) =>
    template
      .replace("{day}", today.getDate())
      .replace("{month}", months[today.getMonth()])
      .replace("{year}", today.getFullYear())

  const boxes = [...document.querySelectorAll(".cite-box")].map((box) => {
    const styles = [...box.querySelectorAll("[data-style]")]
    const picker = element("select", {})
    for (const style of styles)
      picker.append(element("option", { value: style.dataset.style }, style.querySelector("dt").textContent))
    const accessed = element("input", { type: "checkbox" })
    accessed.checked = true
    const dated = element("label", {}, accessed, "with today as the date of access")
    const current = () => styles.find((style) => !style.hidden)
    const label = () => `${current().querySelector("dt").textContent} citation`
    const copy = copier("Copy citation", label, () => current().querySelector("dd"), true)
    box.prepend(element("div", { class: "cite-controls" }, element("label", {}, "Style ", picker), copy[0], dated, copy[1]))
    box.classList.add("cite-one")
    picker.setAttribute("aria-label", `${box.dataset.cite}: style`)

    const fill = () => {
      for (const style of styles)
        for (const place of style.querySelectorAll(".cite-day")) {
          place.dataset.undated ??= place.textContent
          place.textContent = accessed.checked ? day(place.dataset.day, style.dataset.months.split(" ")) : place.dataset.undated
        }
    }
    const show = (name) => {
      const wanted = styles.some((style) => style.dataset.style === name) ? name : styles[0].dataset.style
      for (const style of styles) style.hidden = style.dataset.style !== wanted
      picker.value = wanted
      dated.hidden = !current().dataset.months
    }
    accessed.addEventListener("change", fill)
    picker.addEventListener("change", () => {
      remember(picker.value)
      for (const other of boxes) other(picker.value)
    })
    fill()
    show(remembered())
    return show
  })

  // Wording to paste: notices, and the examples on the site's own pages.
  for (const block of document.querySelectorAll("pre[data-copy], .sheet--page .sheet-body pre")) {
    const holder = block.closest(".highlight") || block
    const wrapper = element("div", { class: "copied-block" })
    const what = block.dataset.copy || "Wording"
    const [button, status] = copier("Copy", () => what, () => block, false)
    button.setAttribute("aria-label", `Copy ${what.toLowerCase()}`)
    holder.replaceWith(wrapper)
    wrapper.append(holder, element("div", { class: "cite-controls" }, button, status))
  }
})()
