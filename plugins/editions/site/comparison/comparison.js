// The wording of a comparison page side by side, where the filters of the page say so.
;(() => {
  const side = document.querySelector('.filter-form input[name="view"][value="side"]')
  if (!side) return
  const details = [...document.querySelectorAll(".redline-sides")]
  const show = () => {
    if (document.body.classList.contains("redlines-side") === side.checked) return
    document.body.classList.toggle("redlines-side", side.checked)
    for (const detail of details) detail.open = side.checked
  }
  document.querySelector(".filter-form").addEventListener("filtered", show)
  show()
})()
