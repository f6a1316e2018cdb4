// Says how many criteria each keyword has.
for (const list of document.querySelectorAll(".keyword-list")) {
  list.previousElementSibling.title = `${list.querySelectorAll("li").length} criteria`
}
