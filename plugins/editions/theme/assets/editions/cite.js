// Citations: one style at a time, today's date of access. Without script every style is shown.
;(() => {
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
})()
