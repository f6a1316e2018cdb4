// The report: the answers as one reads and prints them, with a summary by domain, the day, the edition and whom the text
// is from. It is made anew each time it is opened or printed.
;((checklist) => {
  const { STATUSES, blank, isBlank, element, count, day, tally, tallyWords, drawBar, againWords, statusWords } = checklist

  const summary = (domains) => {
    const head = ["Domain", "Met", "Partly met", "Not met", "Not applicable", "Not assessed", "Criteria"]
    const row = (name, made) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, name),
        ...[...STATUSES, "", "all"].map((key) => element("td", {}, made[key].toLocaleString("en"))),
      )
    const body = domains.map(({ name, items, state }) => row(name, tally(items, state)))
    const whole = row("All", tally(domains.flatMap(({ items }) => items), domains[0].state))
    return element(
      "div",
      { class: "report-scroll", tabindex: "0", role: "region", "aria-label": "Summary by domain" },
      element(
        "table",
        { class: "report-summary" },
        element("caption", {}, "Summary by domain"),
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
        ...fact("Status", element("span", { class: `report-status report-status--${answer.status ?? "open"}` }, statusWords(answer.status))),
        ...fact("Evidence", answer.evidence && element("span", { class: "report-evidence" }, answer.evidence)),
        ...fact("Owner", answer.owner),
        ...fact("Date", day(answer.date)),
        ...fact("Assess again", answer.again && element("span", {}, ...againWords(about, item.id, answer.again).filter(Boolean))),
        ...fact("Carried over", answer.carried && !answer.again && `from ${answer.carried.ids.join(", ")} of edition ${answer.carried.edition}`),
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
        element("h4", {}, `${answer.id} of edition ${answer.edition} (${answer.reason})`),
        element(
          "dl",
          { class: "report-answer" },
          ...fact("Status", statusWords(answer.status)),
          ...fact("Evidence", answer.evidence && element("span", { class: "report-evidence" }, answer.evidence)),
          ...fact("Owner", answer.owner),
          ...fact("Date", day(answer.date)),
        ),
      ),
    )
    return [element("h3", {}, "Kept aside: answers to criteria that this edition does not have"), ...entries]
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
    const now = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })
    return [
      element("h2", { id: "report:title", tabindex: "-1" }, state.subject ? `Assessment of ${state.subject}` : "Assessment"),
      element(
        "dl",
        { class: "report-facts" },
        ...fact("Against", `${standard.title} (${standard.abbreviation}), edition ${edition.version}${edition.status === "draft" ? " (draft)" : ""}, ${about.date_words}`),
        ...fact("Published by", standard.publisher),
        ...fact("Edition", element("a", { href: edition.url }, edition.url)),
        ...fact("Report made", now),
        ...fact("Result", tallyWords(whole)),
        ...fact("Holds", scope.length ? `${count(shown.length, "criterion", "criteria")} of ${items.length.toLocaleString("en")}. ${scope.join(". ")}.` : ""),
      ),
      bar,
      ...(domains.length ? [summary(domains)] : []),
      ...chapters,
      ...(scope.length ? [] : keptList(state)),
      element("p", { class: "report-attribution" }, "A self-assessment, made by whoever filled it in; the publisher of the standard has not checked it. The text of the criteria: ", edition.attribution),
    ]
  }
})((window.editionsChecklist ??= {}))
