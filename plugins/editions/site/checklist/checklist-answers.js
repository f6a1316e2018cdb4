// What one sees of the answers: the controls of each criterion, the progress by domain and overall, and the lists of what
// is to be assessed again and what is kept aside. Contents of answers are only ever set as text or as values.
;((checklist) => {
  const { _, counted, list: listed, number } = editionsWords
  const { STATUSES, blank, isBlank, stamp, statusWords } = checklist
  const ORDER = [...STATUSES, ""]

  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value)
    made.append(...children.filter((child) => child !== null))
    return made
  }
  const day = (date) => {
    if (!date) return ""
    const [year, month, number] = date.split("-").map(Number)
    return editionsWords.day(new Date(year, month - 1, number))
  }
  const REASONS = { withdrawn: _("withdrawn"), unknown: _("unknown") }
  const keptWords = ({ id, edition, reason }) => _("{id} of edition {edition} ({reason})", { id, edition, reason: REASONS[reason] })

  // The criteria as the page shows them: id, parts of the page, and what the filters ask for.
  checklist.readItems = (about, state) =>
    about.criteria.flatMap(({ id, domain, level, keyword = [], assessment = [] }) => {
      const heading = document.getElementById(id)
      const node = heading?.closest(".checklist-item")
      if (!node) return []
      const body = [...node.children].filter((child) => child !== heading)
      const title = [...heading.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE).map((child) => child.textContent)
      const item = { id, domain, level, heading, node, body, title: title.join(" ").trim() }
      item.words = [id, item.title, keyword.join(" "), ...body.map((part) => part.textContent)].join(" ").replace(/\s+/g, " ")
      node.filterText = () => item.words
      node.filterValues = {
        domain: [domain],
        level: level ? [level] : [],
        keyword,
        assessment,
        get answer() {
          const answer = state.answers.get(id) ?? blank()
          return [answer.status ?? "open", ...(answer.again ? ["again"] : [])]
        },
      }
      return [item]
    })

  const detail = ({ evidence, owner, date }) => {
    const told = evidence.replace(/\s+/g, " ").trim()
    const parts = [told.length > 140 ? `${told.slice(0, 140)}…` : told, owner, day(date)]
    return parts.filter(Boolean).join(" · ")
  }

  const formerWords = (former) => former.map(({ id, status }) => `${id} ${statusWords(status)}`).join(", ")

  // Why a criterion is to be assessed again, with a link to the change where there is a page of it.
  const againWords = (about, id, again) => {
    const plan = about.carry_over.find(({ version }) => version === again.edition)
    const row = plan?.changed.find((it) => it.id === id)
    const { edition, why, former } = again
    const words = again.relation === "added" ? _("new since edition {edition}.", { edition }) : _("{why}. In edition {edition}: {former}.", { why, edition, former: formerWords(former) })
    const link = plan?.comparison && row ? element("a", { href: `${editions.local(new URL(plan.comparison, location))}#${encodeURIComponent(row.anchor)}` }, _("See the change")) : null
    return [`${words} `, link]
  }

  checklist.showAnswers = (about, items, state, { onedit }) => {
    const template = document.getElementById("checklist:answer")
    const byId = new Map(items.map((item) => [item.id, item]))

    const fill = (item) => {
      const answer = state.answers.get(item.id) ?? blank()
      const { radios, evidence, owner, date, summary, note } = item.controls
      for (const radio of radios) radio.checked = radio.value === (answer.status ?? "")
      for (const [field, value] of [[evidence, answer.evidence], [owner, answer.owner], [date, answer.date]])
        if (field.value !== value) field.value = value
      summary.textContent = detail(answer) || _("Evidence, owner, date")
      item.node.dataset.status = answer.status ?? ""
      note.hidden = !answer.again && !answer.carried
      note.classList.toggle("answer-note--again", Boolean(answer.again))
      if (note.hidden) return note.replaceChildren()
      if (answer.again) return note.replaceChildren(element("strong", {}, _("Assess again:")), " ", ...againWords(about, item.id, answer.again).filter(Boolean))
      const { edition, ids } = answer.carried
      const whole = ids.join() === item.id
      note.replaceChildren(whole ? _("Carried over from edition {edition}.", { edition }) : _("Carried over from {ids} of edition {edition}.", { ids: listed(ids), edition }))
    }

    for (const item of items) {
      const part = template.content.cloneNode(true)
      const field = part.firstElementChild
      field.querySelector("legend").textContent = _("How far is {id} met?", { id: item.id })
      const radios = [...field.querySelectorAll("input[type=radio]")]
      for (const radio of radios) radio.name = `status:${item.id}`
      const find = (selector) => field.querySelector(selector)
      item.controls = {
        radios,
        evidence: find("textarea"),
        owner: find("[name=owner]"),
        date: find("[name=date]"),
        summary: find("summary"),
        more: find("details"),
        note: find(".answer-note"),
      }
      field.dataset.id = item.id
      item.node.append(part)
      item.node.classList.add("checklist-item--ready")
      fill(item)
    }

    const edited = (event) => {
      const item = byId.get(event.target.closest?.(".answer")?.dataset.id)
      if (!item) return
      const before = state.answers.get(item.id) ?? blank()
      const { radios, evidence, owner, date, more } = item.controls
      const status = radios.find((radio) => radio.checked)?.value || null
      const answer = { ...before, status, evidence: evidence.value, owner: owner.value, date: date.value, edited: stamp(before.edited) }
      if (answer.status === before.status && answer.evidence === before.evidence && answer.owner === before.owner && answer.date === before.date) return
      if (status !== before.status) {
        // A status chosen is a criterion assessed; where it came from stays noted.
        if (status) answer.again = null
        if (status && !before.status) more.open = true
      }
      state.answers.set(item.id, answer)
      fill(item)
      onedit()
    }
    const list = items[0]?.node.closest(".sheet-body") ?? document.body
    list.addEventListener("input", edited)
    list.addEventListener("change", edited)
    return { refresh: (ids) => (ids ?? [...byId.keys()]).forEach((id) => byId.has(id) && fill(byId.get(id))) }
  }

  // How many criteria have each status.
  const tally = (items, state) => {
    const made = { all: items.length, again: 0, "": 0 }
    for (const status of STATUSES) made[status] = 0
    for (const { id } of items) {
      const answer = state.answers.get(id)
      made[answer?.status ?? ""] += 1
      if (answer?.again) made.again += 1
    }
    made.assessed = made.all - made[""]
    return made
  }
  const tallyWords = (made) => {
    const statuses = STATUSES.filter((status) => made[status]).map((status) => `${number(made[status])} ${statusWords(status)}`)
    const told = { all: number(made.all), assessed: number(made.assessed), statuses: statuses.join(", ") }
    const words = statuses.length ? _("{assessed} of {all} assessed: {statuses}.", told) : _("{assessed} of {all} assessed.", told)
    return made.again ? `${words} ${counted(["{n} to assess again.", "{n} to assess again."], made.again)}` : words
  }
  const drawBar = (bar, made) => {
    bar.replaceChildren(
      ...ORDER.filter((status) => made[status]).map((status) => {
        const piece = element("span", { class: `progress-${status || "open"}` })
        piece.style.flexGrow = made[status]
        return piece
      }),
    )
  }

  checklist.showProgress = (about, items, state) => {
    const panel = document.querySelector(".assessment")
    const groups = Map.groupBy ? Map.groupBy(items, ({ domain }) => domain) : items.reduce((map, item) => map.set(item.domain, [...(map.get(item.domain) ?? []), item]), new Map())
    const rows = [...panel.querySelectorAll("tr[data-domain]")].map((row) => ({
      items: groups.get(row.dataset.domain) ?? [],
      words: row.querySelector(".progress-words"),
      bar: row.querySelector(".progress-bar"),
    }))
    const chapters = [...document.querySelectorAll(".checklist-progress")].map((words) => ({
      words,
      untouched: words.textContent,
      items: groups.get(items.find(({ node }) => words.parentElement.contains(node))?.domain) ?? [],
    }))
    const counts = new Map(
      [...document.querySelectorAll(".filter-choice input[name=answer]")].map((input) => {
        const place = element("span", { class: "filter-count" })
        input.parentElement.append(" ", place)
        return [input.value, place]
      }),
    )
    const again = element("details", { class: "assessment-again", open: "" }, element("summary"), element("ul"))
    const kept = element("details", { class: "assessment-kept" }, element("summary"), element("ul"))
    panel.querySelector(".assessment-domains").before(again, kept)

    const draw = () => {
      const whole = tally(items, state)
      panel.querySelector(".assessment-overall").textContent = tallyWords(whole)
      drawBar(panel.querySelector(".assessment-overall + .progress-bar"), whole)
      for (const row of rows) {
        const made = tally(row.items, state)
        row.words.textContent = tallyWords(made)
        drawBar(row.bar, made)
      }
      for (const chapter of chapters) {
        const made = tally(chapter.items, state)
        chapter.words.textContent = made.assessed || made.again ? `${chapter.untouched} ${tallyWords(made)}` : chapter.untouched
      }
      for (const [value, place] of counts) place.textContent = number(value === "open" ? whole[""] : whole[value])

      const flagged = items.filter(({ id }) => state.answers.get(id)?.again)
      again.hidden = !flagged.length
      again.firstChild.textContent = counted(["To assess again: {n} criterion", "To assess again: {n} criteria"], flagged.length)
      again.lastChild.replaceChildren(
        ...flagged.map((item) => element("li", {}, element("a", { href: `#${encodeURIComponent(item.id)}` }, item.id), ": ", ...againWords(about, item.id, state.answers.get(item.id).again).filter(Boolean))),
      )
      const aside = [...state.kept.values()].filter((answer) => !isBlank(answer))
      kept.hidden = !aside.length
      kept.firstChild.textContent = counted(["Kept aside: {n} answer to criteria that this edition does not have", "Kept aside: {n} answers to criteria that this edition does not have"], aside.length)
      kept.lastChild.replaceChildren(
        ...aside.map((it) => element("li", {}, `${keptWords(it)}: ${[statusWords(it.status), detail(it)].filter(Boolean).join(" · ")}`)),
      )
    }
    return { draw }
  }

  Object.assign(checklist, { element, day, detail, keptWords, tally, tallyWords, drawBar, againWords })
})((window.editionsChecklist ??= {}))
