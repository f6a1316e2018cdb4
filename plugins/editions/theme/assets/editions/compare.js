// Filters of a comparison page. Their state is the address, so that a filtered view can be linked to, reloaded and left
// with the Back button; without script every change is shown, and the filters are not.
;(() => {
  const form = document.querySelector(".change-form")
  if (!form) return
  const foot = document.querySelector(".change-foot")
  const status = foot.querySelector(".change-status")
  const inputs = [...form.querySelectorAll("input")]
  const changes = [...document.querySelectorAll(".change")]
  const blocks = [...document.querySelectorAll(".changes")].map((block) => ({
    block,
    heading: block.previousElementSibling,
    changes: [...block.querySelectorAll(".change")],
  }))
  const details = [...document.querySelectorAll(".redline-sides")]
  const groups = {
    relation: (change) => [change.dataset.relation],
    aspect: (change) => change.dataset.aspects.split(" "),
    significance: (change) => [change.dataset.significance],
    level: (change) => [change.dataset.level],
  }

  const chosen = (name) => inputs.filter((input) => input.name === name && input.checked).map((input) => input.value)

  const readAddress = () => {
    const query = new URLSearchParams(location.search)
    for (const input of inputs) {
      const wanted = (query.get(input.name) || "").split(",")
      input.checked = input.type === "radio" ? (input.value === "side") === wanted.includes("side") : wanted.includes(input.value)
    }
  }

  const writeAddress = () => {
    const query = new URLSearchParams(location.search)
    for (const name of Object.keys(groups)) {
      const values = chosen(name)
      if (values.length) query.set(name, values.join(","))
      else query.delete(name)
    }
    if (chosen("view").includes("side")) query.set("view", "side")
    else query.delete("view")
    const text = query.toString().replaceAll("%2C", ",")
    const address = location.pathname + (text ? "?" + text : "") + location.hash
    if (address !== location.pathname + location.search + location.hash) history.pushState(null, "", address)
  }

  const number = new Intl.NumberFormat("en").format

  const apply = () => {
    const wanted = Object.entries(groups)
      .map(([name, of]) => [of, chosen(name)])
      .filter(([, values]) => values.length)
    // What the address names is shown, whatever the filters say: a change, or all of a chapter.
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
    const chapter = blocks.find(({ heading }) => target && heading === target)
    const named = new Set(chapter ? chapter.changes : [target?.closest(".change")])
    const unseen = target?.closest("[hidden]")
    let shown = 0
    for (const change of changes) {
      const fits = named.has(change) || wanted.every(([of, values]) => of(change).some((value) => values.includes(value)))
      if (change.hidden === fits) change.hidden = !fits
      if (fits) shown += 1
    }
    for (const { block, heading, changes: within } of blocks) {
      const empty = within.every((change) => change.hidden)
      block.hidden = empty
      if (heading) heading.hidden = empty
    }
    const side = chosen("view").includes("side")
    if (document.body.classList.contains("redlines-side") !== side) {
      document.body.classList.toggle("redlines-side", side)
      for (const detail of details) detail.open = side
    }
    foot.classList.toggle("change-foot--filtered", wanted.length > 0)
    const many = changes.length === 1 ? "1 change" : `${number(changes.length)} changes`
    const text = shown < changes.length ? `${number(shown)} of ${many} shown` : changes.length === 1 ? `${many} shown` : `All ${many} shown`
    if (status.textContent !== text) status.textContent = text
    if (unseen && !unseen.hidden) target.scrollIntoView()
  }

  const follow = () => {
    readAddress()
    apply()
  }

  form.addEventListener("change", () => {
    writeAddress()
    apply()
  })
  foot.querySelector(".change-reset").addEventListener("click", () => {
    for (const input of inputs) input.checked = input.type === "radio" && input.value === "inline"
    writeAddress()
    apply()
  })
  addEventListener("popstate", follow)
  addEventListener("hashchange", follow)
  addEventListener("pageshow", follow)
  follow()
})()
