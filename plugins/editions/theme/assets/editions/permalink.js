// Copying permanent addresses: of the page by a button, of a place on it by the mark at its heading. Without script
// both are links.
;(() => {
  const { _ } = editionsWords
  const address = document.querySelector(".fact-permanent a")
  if (!address) return
  const permanent = address.textContent.trim()
  const status = document.createElement("p")
  status.className = "permalink-status"
  status.setAttribute("role", "status")

  const select = (node) => {
    const selection = getSelection()
    selection.removeAllRanges()
    if (!node) return
    const range = document.createRange()
    range.selectNodeContents(node)
    selection.addRange(range)
  }
  // Where the clipboard may not be written to, an older way may still be allowed.
  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text)
    const holder = document.createElement("span")
    holder.className = "permalink-holder"
    holder.textContent = text
    document.body.append(holder)
    select(holder)
    const done = document.execCommand("copy")
    select(null)
    holder.remove()
    if (!done) throw new Error("copying is not allowed here")
  }
  let timer
  const shown = (node, mark, words) => {
    clearTimeout(timer)
    for (const other of document.querySelectorAll(".permalink-done")) other.classList.remove("permalink-done")
    status.textContent = words
    if (mark) node.classList.add("permalink-done")
    timer = setTimeout(() => {
      node.classList.remove("permalink-done")
      status.textContent = ""
    }, 4000)
  }

  const button = document.createElement("button")
  button.type = "button"
  button.className = "permalink-button"
  button.textContent = _("Copy")
  button.setAttribute("aria-label", _("Copy the permanent address"))
  button.addEventListener("click", async () => {
    try {
      await copy(permanent)
      shown(button, true, _("Permanent address copied to the clipboard."))
    } catch (error) {
      select(address)
      shown(button, false, _("The browser does not allow copying. The address is selected: copy it with the keyboard or the menu."))
    }
  })
  address.parentElement.append(" ", button, status)

  for (const mark of document.querySelectorAll(".sheet :is(h1, h2, h3) > .headerlink[href^='#']")) {
    const anchor = mark.getAttribute("href")
    mark.title = _("Link to this place: goes there, and copies its permanent address")
    mark.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      try {
        await copy(permanent + anchor)
        shown(mark, true, _("Permanent address of {place} copied to the clipboard.", { place: decodeURIComponent(anchor.slice(1)) }))
      } catch (error) {
        // It is still a link, so the address bar has the place.
      }
    })
  }
})()
