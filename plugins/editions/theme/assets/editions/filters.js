// Filters of a list. Their state is the address, so that a filtered view can be linked to, reloaded and left with the
// Back button; without script everything is shown, and the filters are not.
//
// The form says what it filters: data-items and data-blocks select the items and the blocks that go with their heading
// when none of their items is left; data-some says how many of them are shown. The check boxes of a name choose
// among the values of the items' data- attribute of that name, with blanks between them. A search field shows the items
// that hold all of its words. A radio button filters nothing: its choice is kept in the address, and what it means is
// left to who listens for "filtered".
//
// A script that runs before this one may give items what their attributes cannot hold: filterValues, lists of values by
// name, and filterText, a function that tells the words to search.
;(() => {
  const { number } = editionsWords
  const form = document.querySelector(".filter-form")
  if (!form) return
  const foot = document.querySelector(".filter-foot")
  const status = foot.querySelector(".filter-status")
  const all = status.textContent
  const inputs = [...form.querySelectorAll("input")]
  const items = [...document.querySelectorAll(form.dataset.items)]
  const blocks = (form.dataset.blocks ? [...document.querySelectorAll(form.dataset.blocks)] : []).map((block) => ({
    block,
    heading: block.previousElementSibling,
    items: [...block.querySelectorAll(form.dataset.items)],
  }))
  const names = (type) => [...new Set(inputs.filter((input) => input.type === type).map((input) => input.name))]
  const filters = names("checkbox")
  const values = (item, name) => item.filterValues?.[name] ?? (item.dataset[name] || "").split(" ")
  const search = form.querySelector("input[type=search]")
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  const texts = new Map()
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, folded(item.filterText?.() ?? item.textContent))
    return texts.get(item)
  }
  // Values may hold the comma that stands between them in the address.
  const coded = (value) => value.replace(/[%,]/g, encodeURIComponent)
  const decoded = (value) => {
    try {
      return decodeURIComponent(value)
    } catch (error) {
      return value
    }
  }
  const chosen = (name) => inputs.filter((input) => input.name === name && input.checked).map((input) => input.value)
  const usual = (name) => inputs.find((input) => input.name === name && input.defaultChecked).value

  const readAddress = () => {
    const query = new URLSearchParams(location.search)
    for (const input of inputs) {
      const wanted = (query.get(input.name) || "").split(",").map(decoded)
      if (input.type === "checkbox") input.checked = wanted.includes(input.value)
      // A folded group stands open where a choice is made in it, so that the choice is seen.
      if (input.type === "checkbox" && input.checked && input.closest("details")) input.closest("details").open = true
    }
    const words = query.get(search?.name) || ""
    if (search && search.value.trim() !== words.trim()) search.value = words
    for (const name of names("radio")) {
      const choices = inputs.filter((input) => input.name === name)
      const wanted = choices.find((input) => input.value === query.get(name)) || choices.find((input) => input.defaultChecked)
      wanted.checked = true
    }
  }

  const writeAddress = (instead = false) => {
    const query = new URLSearchParams(location.search)
    for (const name of filters) {
      const wanted = chosen(name)
      if (wanted.length) query.set(name, wanted.map(coded).join(","))
      else query.delete(name)
    }
    for (const name of names("radio")) {
      const [wanted] = chosen(name)
      if (wanted !== usual(name)) query.set(name, wanted)
      else query.delete(name)
    }
    if (search?.value.trim()) query.set(search.name, search.value.trim())
    else if (search) query.delete(search.name)
    const text = query.toString().replaceAll("%2C", ",")
    const address = location.pathname + (text ? "?" + text : "") + location.hash
    if (address === location.pathname + location.search + location.hash) return
    history[instead ? "replaceState" : "pushState"](null, "", address)
  }

  const apply = () => {
    const wanted = filters.map((name) => [name, chosen(name)]).filter(([, choices]) => choices.length)
    const words = folded(search?.value || "").split(/\s+/).filter(Boolean)
    // What the address names is shown, whatever the filters say: an item, or all of a block.
    const target = location.hash ? document.getElementById(decoded(location.hash.slice(1))) : null
    const named = blocks.find(({ heading }) => target && heading === target)
    const meant = new Set(named ? named.items : [target?.closest(form.dataset.items)])
    const unseen = target?.closest("[hidden]")
    let shown = 0
    for (const item of items) {
      const fits =
        meant.has(item) ||
        (wanted.every(([name, choices]) => values(item, name).some((value) => choices.includes(value))) &&
          words.every((word) => textOf(item).includes(word)))
      if (item.hidden === fits) item.hidden = !fits
      if (fits) shown += 1
    }
    for (const { block, heading, items: within } of blocks) {
      const empty = within.every((item) => item.hidden)
      block.hidden = empty
      if (heading) heading.hidden = empty
    }
    foot.classList.toggle("filter-foot--filtered", wanted.length > 0 || words.length > 0)
    form.dispatchEvent(new CustomEvent("filtered"))
    const text = shown < items.length ? form.dataset.some.replace("{shown}", number(shown)) : all
    if (status.textContent !== text) status.textContent = text
    if (unseen && !unseen.hidden) target.scrollIntoView()
  }

  const follow = () => {
    readAddress()
    apply()
  }

  form.addEventListener("change", (event) => {
    if (event.target === search) return
    writeAddress()
    apply()
  })
  // Typing is one step for the Back button, however many letters; browsers also limit how often an address may change.
  let typing = false
  let timer = 0
  const typed = () => {
    clearTimeout(timer)
    timer = 0
    writeAddress(typing)
    typing = true
  }
  search?.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(typed, 250)
    apply()
  })
  search?.addEventListener("change", () => {
    if (timer) typed()
    typing = false
  })
  foot.querySelector(".filter-reset").addEventListener("click", () => {
    for (const input of inputs) input.checked = input.type === "radio" && input.defaultChecked
    if (search) search.value = ""
    writeAddress()
    apply()
  })
  addEventListener("popstate", follow)
  addEventListener("hashchange", follow)
  addEventListener("pageshow", follow)
  follow()
})()
