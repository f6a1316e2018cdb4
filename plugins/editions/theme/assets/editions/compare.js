// Filters of a comparison page. Their state is the address, so that a filtered view can be linked to; without script
// every change is shown.
;(() => {
  const place = document.querySelector("[data-change-filters]")
  const changes = [...document.querySelectorAll(".change")]
  if (!place || changes.length === 0) return

  const groups = [
    { name: "relation", title: "What happened", of: (change) => [change.dataset.relation] },
    { name: "aspect", title: "Aspect", of: (change) => change.dataset.aspects.split(" ").filter(Boolean) },
    { name: "significance", title: "Significance", of: (change) => [change.dataset.significance] },
  ]

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    made.append(...children)
    return made
  }

  const choice = (type, group, value, text) => {
    const input = element("input", { type, name: group, value })
    return element("label", { class: "change-choice" }, input, " " + text)
  }

  const form = element("form", { class: "change-form", "aria-label": "Filter the changes" })
  for (const group of groups) {
    const counts = new Map()
    for (const change of changes) for (const value of group.of(change)) counts.set(value, (counts.get(value) || 0) + 1)
    if (counts.size === 0) continue
    const choices = [...counts].map(([value, count]) =>
      choice("checkbox", group.name, value, `${value.replaceAll("_", " ")} (${count})`),
    )
    form.append(element("fieldset", {}, element("legend", {}, group.title), ...choices))
  }
  form.append(
    element(
      "fieldset",
      {},
      element("legend", {}, "Wording"),
      choice("radio", "view", "inline", "in one text"),
      choice("radio", "view", "side", "side by side"),
    ),
  )
  const status = element("p", { class: "change-status", role: "status" })
  const reset = element("button", { type: "reset", class: "change-reset" }, "Show all")
  form.append(element("div", { class: "change-foot" }, status, reset))
  place.replaceChildren(form)

  const chosen = (name) => [...form.querySelectorAll(`input[name=${name}]:checked`)].map((input) => input.value)

  const readAddress = () => {
    const query = new URLSearchParams(location.search)
    for (const input of form.querySelectorAll("input[type=checkbox]"))
      input.checked = (query.get(input.name) || "").split(",").includes(input.value)
    const view = query.get("view") === "side" ? "side" : "inline"
    form.querySelector(`input[name=view][value=${view}]`).checked = true
  }

  const writeAddress = () => {
    const query = new URLSearchParams(location.search)
    for (const { name } of groups) {
      const values = chosen(name)
      if (values.length) query.set(name, values.join(","))
      else query.delete(name)
    }
    if (chosen("view")[0] === "side") query.set("view", "side")
    else query.delete("view")
    const text = query.toString().replaceAll("%2C", ",")
    history.replaceState(history.state, "", location.pathname + (text ? "?" + text : "") + location.hash)
  }

  const apply = () => {
    const wanted = groups.map((group) => [group, chosen(group.name)])
    let shown = 0
    for (const change of changes) {
      const fits = wanted.every(([group, values]) => !values.length || group.of(change).some((it) => values.includes(it)))
      change.hidden = !fits
      if (fits) shown += 1
    }
    for (const block of document.querySelectorAll(".changes")) {
      const empty = ![...block.children].some((child) => !child.hidden)
      block.hidden = empty
      const heading = block.previousElementSibling
      if (heading && heading.matches("h3")) heading.hidden = empty
    }
    const side = chosen("view")[0] === "side"
    document.body.classList.toggle("redlines-side", side)
    for (const details of document.querySelectorAll(".redline-sides")) details.open = side
    status.textContent = shown === changes.length ? `All ${shown} changes shown` : `${shown} of ${changes.length} changes shown`
  }

  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("change", () => {
    writeAddress()
    apply()
  })
  form.addEventListener("reset", (event) => {
    event.preventDefault()
    for (const input of form.querySelectorAll("input")) input.checked = input.value === "inline"
    writeAddress()
    apply()
  })
  addEventListener("popstate", () => {
    readAddress()
    apply()
  })
  readAddress()
  apply()
})()
