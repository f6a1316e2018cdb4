// Citations and notices: one style at a time, today's date of access, copying. Without script everything is shown.
;(() => {
  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    made.append(...children)
    return made
  }
  const select = (node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const selection = getSelection()
    selection.removeAllRanges()
    selection.addRange(range)
  }
  // Numbers of lines are no part of code.
  const words = (node) => {
    const copy = node.cloneNode(true)
    for (const number of copy.querySelectorAll(".linenos")) number.remove()
    return copy.textContent.trim()
  }
  const write = async (node, rich) => {
    const text = words(node)
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
  const copies = (button, status, what, node, rich) => {
    const label = button.textContent
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
  }

  const today = new Date()
  const day = (template, months) =>
    template
      .replace("{day}", today.getDate())
      .replace("{month}", months[today.getMonth()])
      .replace("{year}", today.getFullYear())

  const boxes = [...document.querySelectorAll(".cite-box")].map((box) => {
    const styles = [...box.querySelectorAll("[data-style]")]
    const picker = box.querySelector("select")
    const dated = box.querySelector(".cite-dated")
    const accessed = dated.querySelector("input")
    const current = () => box.querySelector(".cite-chosen")
    const what = () => `${current().querySelector("dt").textContent} citation`
    copies(box.querySelector(".cite-button"), box.querySelector(".cite-status"), what, () => current().querySelector("dd"), true)

    const fill = () => {
      for (const style of styles)
        for (const place of style.querySelectorAll(".cite-day")) {
          place.dataset.undated ??= place.textContent
          place.textContent = accessed.checked ? day(place.dataset.day, style.dataset.months.split(" ")) : place.dataset.undated
        }
    }
    const show = (name) => {
      const wanted = styles.find((style) => style.dataset.style === name) ?? styles[0]
      for (const style of styles) style.classList.toggle("cite-chosen", style === wanted)
      picker.value = wanted.dataset.style
      dated.hidden = !current().dataset.months
    }
    accessed.addEventListener("change", fill)
    picker.addEventListener("change", () => {
      editions.remember("citation-style", picker.value)
      for (const other of boxes) other(picker.value)
    })
    fill()
    show(editions.recall("citation-style"))
    box.classList.add("cite-ready")
    return show
  })

  // Wording to paste: notices, and the examples on the site's own pages.
  for (const block of document.querySelectorAll("pre[data-copy], .sheet--page .sheet-body pre:has(> code)")) {
    const holder = block.closest(".highlight") || block
    const wrapper = element("div", { class: "copied-block" })
    const what = block.dataset.copy || "Wording"
    const button = element("button", { type: "button", class: "cite-button", "aria-label": `Copy ${what.toLowerCase()}` }, "Copy")
    const status = element("span", { class: "cite-status", role: "status", "aria-live": "polite" })
    copies(button, status, () => what, () => block, false)
    holder.replaceWith(wrapper)
    wrapper.append(holder, element("div", { class: "cite-controls" }, button, status))
  }
})()
