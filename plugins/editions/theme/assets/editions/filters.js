// Filters of a list. Their state is the address, so that a filtered view can be linked to, reloaded and left with the
// Back button; without script everything is shown, and the filters are not.
//
// The form says what it filters: data-items and data-blocks select the items and the blocks that go with their heading
// when none of their items is left; data-one and data-many are what items are called. The check boxes of a name choose
// among the values of the items' data- attribute of that name. A radio button filters nothing: its choice is kept in
// the address, and what it means is left to who listens for "filtered".
;(() => {
  const form = document.querySelector(".filter-form")
  if (!form) return
  const foot = document.querySelector(".filter-foot")
  const status = foot.querySelector(".filter-status")
  const inputs = [...form.querySelectorAll("input")]
  const items = [...document.querySelectorAll(form.dataset.items)]
  const blocks = (form.dataset.blocks ? [...document.querySelectorAll(form.dataset.blocks)] : []).map((block) => ({
    block,
    heading: block.previousElementSibling,
    items: [...block.querySelectorAll(form.dataset.items)],
  }))
  const names = (type) => [...new Set(inputs.filter((input) => input.type === type).map((input) => input.name))]
  const filters = names("checkbox")
  const values = (item, name) => (item.dataset[name] || "").split(" ")
  const chosen = (name) => inputs.filter((input) => input.name === name && input.checked).map((input) => input.value)
  const usual = (name) => inputs.find((input) => input.name === name && input.defaultChecked).value

  const readAddress = () => {
    const query = new URLSearchParams(location.search)
    for (const input of inputs) {
      const wanted = (query.get(input.name) || "").split(",")
      if (input.type === "checkbox") input.checked = wanted.includes(input.value)
    }
    for (const name of names("radio")) {
      const choices = inputs.filter((input) => input.name === name)
      const wanted = choices.find((input) => input.value === query.get(name)) || choices.find((input) => input.defaultChecked)
      wanted.checked = true
    }
  }

  const writeAddress = () => {
    const query = new URLSearchParams(location.search)
    for (const name of filters) {
      const wanted = chosen(name)
      if (wanted.length) query.set(name, wanted.join(","))
      else query.delete(name)
    }
    for (const name of names("radio")) {
      const [wanted] = chosen(name)
      if (wanted !== usual(name)) query.set(name, wanted)
      else query.delete(name)
    }
    const text = query.toString().replaceAll("%2C", ",")
    const address = location.pathname + (text ? "?" + text : "") + location.hash
    if (address !== location.pathname + location.search + location.hash) history.pushState(null, "", address)
  }

  const number = new Intl.NumberFormat("en").format

  const apply = () => {
    const wanted = filters.map((name) => [name, chosen(name)]).filter(([, choices]) => choices.length)
    // What the address names is shown, whatever the filters say: an item, or all of a block.
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
    const named = blocks.find(({ heading }) => target && heading === target)
    const meant = new Set(named ? named.items : [target?.closest(form.dataset.items)])
    const unseen = target?.closest("[hidden]")
    let shown = 0
    for (const item of items) {
      const fits = meant.has(item) || wanted.every(([name, choices]) => values(item, name).some((value) => choices.includes(value)))
      if (item.hidden === fits) item.hidden = !fits
      if (fits) shown += 1
    }
    for (const { block, heading, items: within } of blocks) {
      const empty = within.every((item) => item.hidden)
      block.hidden = empty
      if (heading) heading.hidden = empty
    }
    foot.classList.toggle("filter-foot--filtered", wanted.length > 0)
    form.dispatchEvent(new CustomEvent("filtered"))
    const { one, many } = form.dataset
    const all = items.length === 1 ? `1 ${one}` : `${number(items.length)} ${many}`
    const text = shown < items.length ? `${number(shown)} of ${all} shown` : items.length === 1 ? `${all} shown` : `All ${all} shown`
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
  foot.querySelector(".filter-reset").addEventListener("click", () => {
    for (const input of inputs) input.checked = input.type === "radio" && input.defaultChecked
    writeAddress()
    apply()
  })
  addEventListener("popstate", follow)
  addEventListener("hashchange", follow)
  addEventListener("pageshow", follow)
  follow()
})()
