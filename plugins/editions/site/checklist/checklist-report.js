// The report: the answers as one reads and prints them, with a summary by domain, the day, the edition and whom the text
// is from. It is made anew each time it is opened or printed.
;((checklist) => {
  const { _, counted, number } = editionsWords
  const { STATUSES, blank, isBlank, element, keptWords, day, tally, tallyWords, drawBar, againWords, statusWords } = checklist

  const summary = (domains) => {
    const head = [_("Domain"), _("Met"), _("Partly met"), _("Not met"), _("Not applicable"), _("Not assessed"), _("Criteria")]
    const row = (name, made) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, name),
        ...[...STATUSES, "", "all"].map((key) => element("td", {}, number(made[key]))),
      )
    const body = domains.map(({ name, items, state }) => row(name, tally(items, state)))
    const whole = row(_("All"), tally(domains.flatMap(({ items }) => items), domains[0].state))
    return element(
      "div",
      { class: "report-scroll", tabindex: "0", role: "region", "aria-label": _("Summary by domain") },
      element(
        "table",
        { class: "report-summary" },
        element("caption", {}, _("Summary by domain")),
        element("thead", {}, element("tr", {}, ...head.map((words) => element("th", { scope: "col" }, words)))),
        element("tbody", {}, ...body),
        element("tfoot", {}, whole),
      ),
    )
  }

  // The text of a criterion as the page has it; a second element with the same id would make links ambiguous.
  const text = (item) =>
    item.body.map((part) => {
      const copy = part.cloneNode(true)
      for (const marked of [copy, ...copy.querySelectorAll("[id]")]) marked.removeAttribute("id")
      return copy
    })

  const fact = (name, value) => (value ? [element("dt", {}, name), element("dd", {}, value)] : [])

  const entry = (about, item, state) => {
    const answer = state.answers.get(item.id) ?? blank()
    return element(
      "section",
      { class: "report-entry" },
      element("h4", {}, `${item.id} ${item.title}`.trim()),
      ...text(item),
      element(
        "dl",
        { class: "report-answer" },
        ...fact(_("Status"), element("span", { class: `report-status report-status--${answer.status ?? "open"}` }, statusWords(answer.status))),
        ...fact(_("Evidence"), answer.evidence && element("span", { class: "report-evidence" }, answer.evidence)),
        ...fact(_("Owner"), answer.owner),
        ...fact(_("Date"), day(answer.date)),
        ...fact(_("Assess again"), answer.again && element("span", {}, ...againWords(about, item.id, answer.again).filter(Boolean))),
        ...fact(_("Carried over"), answer.carried && !answer.again && _("from {ids} of edition {edition}", { ids: answer.carried.ids.join(", "), edition: answer.carried.edition })),
      ),
    )
  }

  const keptList = (state) => {
    const kept = [...state.kept.values()].filter((answer) => !isBlank(answer))
    if (!kept.length) return []
    const entries = kept.map((answer) =>
      element(
        "section",
        { class: "report-entry" },
        element("h4", {}, keptWords(answer)),
        element(
          "dl",
          { class: "report-answer" },
          ...fact(_("Status"), statusWords(answer.status)),
          ...fact(_("Evidence"), answer.evidence && element("span", { class: "report-evidence" }, answer.evidence)),
          ...fact(_("Owner"), answer.owner),
          ...fact(_("Date"), day(answer.date)),
        ),
      ),
    )
    return [element("h3", {}, _("Kept aside: answers to criteria that this edition does not have")), ...entries]
  }

  /* Makes the report. scope: the filters in words, or nothing where all criteria are reported. */
  checklist.report = (about, items, state, scope) => {
    const { standard, edition } = about
    const domains = [...document.querySelectorAll(".checklist-domain")].flatMap((heading) => {
      const within = items.filter(({ node }) => heading.nextElementSibling?.contains(node))
      return within.length ? [{ name: heading.querySelector("a").textContent, items: within, state }] : []
    })
    const shown = scope.length ? items.filter(({ node }) => !node.hidden) : items
    const whole = tally(items, state)
    const bar = element("div", { class: "progress-bar", "aria-hidden": "true" })
    drawBar(bar, whole)
    const chapters = domains.flatMap(({ name, items: within }) => {
      const entries = within.filter((item) => shown.includes(item)).map((item) => entry(about, item, state))
      return entries.length ? [element("h3", {}, name), ...entries] : []
    })
    const named = { title: standard.title, abbreviation: standard.abbreviation, version: edition.version, date: about.date_words }
    const against = edition.status === "draft" ? _("{title} ({abbreviation}), edition {version} (draft), {date}", named) : _("{title} ({abbreviation}), edition {version}, {date}", named)
    const some = counted(["{n} criterion of {all}.", "{n} criteria of {all}."], shown.length, { all: number(items.length) })
    const notice = _("A self-assessment, made by whoever filled it in; the publisher of the standard has not checked it. The text of the criteria: {notice}", { notice: edition.attribution })
    return [
      element("h2", { id: "report:title", tabindex: "-1" }, state.subject ? _("Assessment of {subject}", { subject: state.subject }) : _("Assessment")),
      element(
        "dl",
        { class: "report-facts" },
        ...fact(_("Against"), against),
        ...fact(_("Published by"), standard.publisher),
        ...fact(_("Edition"), element("a", { href: edition.url }, edition.url)),
        ...fact(_("Report made"), editionsWords.day(new Date())),
        ...fact(_("Result"), tallyWords(whole)),
        ...fact(_("Holds"), scope.length ? `${some} ${scope.join(". ")}.` : ""),
      ),
      bar,
      ...(domains.length ? [summary(domains)] : []),
      ...chapters,
      ...(scope.length ? [] : keptList(state)),
      element("p", { class: "report-attribution" }, notice),
    ]
  }
})((window.editionsChecklist ??= {}))
