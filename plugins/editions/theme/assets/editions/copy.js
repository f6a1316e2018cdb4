// Copying: citations, notices to paste, code. Loaded where a page has something to copy; without it everything can be selected.
;(() => {
  const { _ } = editionsWords
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
  // The numbers of lines are not copied; the indentation of the first line is.
  const words = (node) => {
    const copy = node.cloneNode(true)
    for (const number of copy.querySelectorAll(".linenos")) number.remove()
    return copy.textContent.replace(/^(?:[ \t]*\n)+|\s+$/g, "")
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

  // A button that copies, and reports it on screen and to screen readers.
  const copies = (button, status, what, node, rich) => {
    const label = button.textContent
    let timer
    const show = (words, text, kind) => {
      button.textContent = words
      button.classList.toggle("copy-button--done", kind === "done")
      status.classList.toggle("copy-status--failed", kind === "failed")
      status.textContent = text
    }
    button.addEventListener("click", async () => {
      clearTimeout(timer)
      status.textContent = ""
      try {
        await write(node(), rich)
        show(_("Copied"), _("{what} copied to the clipboard.", { what: what() }), "done")
      } catch (error) {
        select(node())
        show(label, _("The browser does not allow copying. The text is selected: copy it with the keyboard or the menu."), "failed")
      }
      timer = setTimeout(() => show(label, ""), 4000)
    })
  }

  for (const box of document.querySelectorAll(".cite-box")) {
    const chosen = () => box.querySelector(".cite-chosen")
    const what = () => _("{style} citation", { style: chosen().querySelector("dt").textContent })
    copies(box.querySelector(".copy-button"), box.querySelector(".copy-status"), what, () => chosen().querySelector("dd"), true)
  }

  if (!navigator.clipboard && !document.queryCommandSupported?.("copy")) return
  // What a change shows of code is not the code.
  for (const code of document.querySelectorAll(".sheet-body pre:not(.redline pre, .redline-sides pre) > code, pre[data-copy] > code")) {
    const block = code.parentElement
    const holder = block.closest(".highlight") ?? block
    const title = holder.querySelector(".filename") ?? (holder.previousElementSibling?.matches(".code-title") ? holder.previousElementSibling : null)
    const named = block.dataset.copy ?? title?.textContent.trim()
    const [kind, label] = code.querySelector("span[class]") ? [_("Code"), _("Copy code")] : [_("Text"), _("Copy text")]
    const what = named ?? kind
    const name = named ? _("Copy {what}", { what: named }) : label
    const button = element("button", { type: "button", class: "copy-button", "aria-label": name }, _("Copy"))
    const status = element("span", { class: "copy-status", role: "status", "aria-live": "polite" })
    copies(button, status, () => what, () => code, false)
    holder.classList.add("copied-block")
    holder.append(element("span", { class: "copy-controls" }, button, status))
  }
})()
