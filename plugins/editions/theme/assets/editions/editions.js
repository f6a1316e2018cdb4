// Small comforts; every page reads and works without them.

// The outline stands open where it has a column of its own, and closed above the text where it has not.
for (const outline of document.querySelectorAll(".outline")) {
  const wide = matchMedia("(min-width: 60em)")
  const fit = () => { outline.open = wide.matches }
  wide.addEventListener("change", fit)
  fit()
}

// Browsers that remember check boxes must not reopen the search on a reload.
document.getElementById("__search").checked = false

for (const switcher of document.querySelectorAll(".edition-switcher")) {
  document.addEventListener("click", (event) => {
    if (!switcher.contains(event.target)) switcher.open = false
  })
  switcher.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      switcher.open = false
      switcher.querySelector("summary").focus()
    }
  })
}
