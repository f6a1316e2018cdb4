// A checklist page: brings the parts together. The scripts before this one only define; here it begins. The filters run
// after it, since it gives the items what they filter by.
;((checklist) => {
  const data = document.getElementById("checklist:data")
  if (!data) return
  const { _, counted, number } = editionsWords
  const { element, isBlank, stamp } = checklist
  const about = JSON.parse(data.textContent)
  const panel = document.querySelector(".assessment")
  const notices = panel.querySelector(".assessment-notices")
  const subject = panel.querySelector(".assessment-subject input")
  const form = document.querySelector(".filter-form")
  const holder = document.querySelector(".checklist-report")

  const notice = (title, words, buttons, link = null, role = "note") => {
    const made = element("div", { class: "edition-notice", role, "aria-label": title }, element("p", {}, element("strong", {}, `${title} `), words, link))
    const row = element("p", { class: "notice-buttons" })
    for (const [label, act] of buttons) {
      const button = element("button", { type: "button", class: "assessment-button" }, label)
      button.addEventListener("click", () => act(made))
      row.append(button, " ")
    }
    if (buttons.length) made.append(row)
    return made
  }

  let trouble = null
  const ontrouble = (kind) => {
    trouble?.remove()
    trouble = null
    if (!kind) return
    const words = {
      blocked: _("This browser does not let the page keep anything. You can fill it in, but the answers are lost when you leave: save them as JSON before."),
      full: _("This browser has no room left for the answers, so what you enter now is lost when you leave: save it as JSON before."),
    }
    trouble = notice(_("Answers are not kept."), words[kind], [[_("Save as JSON"), () => transfers.saveJson()]], null, "alert")
    notices.prepend(trouble)
  }
  const onchange = (ids) => {
    answers.refresh(ids)
    redraw()
  }
  const store = checklist.openStore(about, { onchange, ontrouble })
  const { state } = store
  const items = checklist.readItems(about, state)

  let timer = 0
  const flush = () => {
    if (!timer) return
    clearTimeout(timer)
    timer = 0
    store.save()
  }
  // While one types, answers are kept every now and then; when one is done with a field, at once.
  const keep = () => {
    clearTimeout(timer)
    timer = setTimeout(flush, 400)
  }
  const onedit = () => {
    keep()
    // A criterion just answered stays where it is, also where a filter of answers no longer fits it: what one has under
    // the hand must not vanish. The next choice in the filters sorts it.
    progress.draw()
  }
  const redraw = () => {
    progress.draw()
    if (subject.value !== state.subject) subject.value = state.subject
    if (reported()) showReport()
  }
  addEventListener("change", flush)
  addEventListener("pagehide", flush)
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flush())
  subject.addEventListener("input", () => {
    Object.assign(state, { subject: subject.value, subjectEdited: stamp(state.subjectEdited) })
    keep()
  })

  // The filters as words, for the report.
  const scope = () => {
    const told = [...form.querySelectorAll("fieldset")].flatMap((group) => {
      const chosen = [...group.querySelectorAll("input:checked")].map((input) => input.nextSibling.textContent.trim())
      return chosen.length ? [`${group.querySelector("legend").textContent}: ${chosen.join(", ")}`] : []
    })
    const words = form.querySelector("input[type=search]").value.trim()
    return words ? [_("Words: {words}", { words }), ...told] : told
  }

  // The report has an address of its own, so that the Back button leaves it.
  const reported = () => new URLSearchParams(location.search).get("view") === "report"
  const address = (report) => {
    const query = new URLSearchParams(location.search)
    if (report) query.set("view", "report")
    else query.delete("view")
    const text = query.toString().replaceAll("%2C", ",")
    return location.pathname + (text ? `?${text}` : "")
  }
  const button = (words, act) => {
    const made = element("button", { type: "button", class: "assessment-button" }, words)
    made.addEventListener("click", act)
    return made
  }
  const showReport = () => {
    const bar = element("div", { class: "report-bar" }, button(_("Print"), () => print()), button(_("Back to the checklist"), () => leave()))
    holder.replaceChildren(bar, ...checklist.report(about, items, state, scope()))
  }
  const show = () => {
    const open = reported()
    document.body.classList.toggle("checklist--report", open)
    holder.hidden = !open
    if (open) showReport()
    else holder.replaceChildren()
  }
  const leave = () => {
    history.pushState(null, "", address(false))
    show()
    panel.querySelector("[data-do=report]").focus()
  }
  addEventListener("popstate", show)
  form.addEventListener("filtered", () => reported() && showReport())
  // Whoever prints the list with answers in it wants the answers; without any, the list is a form for the pen.
  addEventListener("beforeprint", () => {
    if (reported() || ![...state.answers.values()].some((answer) => !isBlank(answer))) return
    document.body.classList.add("checklist--printing")
    showReport()
  })
  addEventListener("afterprint", () => {
    if (!document.body.classList.contains("checklist--printing")) return
    document.body.classList.remove("checklist--printing")
    if (!reported()) holder.replaceChildren()
  })

  const answers = checklist.showAnswers(about, items, state, { onedit })
  const progress = checklist.showProgress(about, items, state)
  const changed = () => {
    answers.refresh()
    redraw()
    offers()
    form.dispatchEvent(new Event("change")) // a filter by answer must see them
  }
  const transfers = checklist.transfers(about, items, store, { changed })

  // Answers to an older edition are offered while this one has none of them.
  const offered = element("div", { class: "assessment-offers" })
  const offers = () => {
    const from = new Set([...state.answers.values()].flatMap((it) => [it.carried?.edition, it.again?.edition]))
    const older = store.older().filter(({ plan }) => !from.has(plan.version))
    offered.replaceChildren(
      ...older.slice(0, 1).map(({ plan, source, answered }) =>
        notice(
          _("You assessed edition {version} in this browser.", { version: plan.version }),
          `${counted(["{n} criterion of {all} has an answer. What is left for {version}?", "{n} criteria of {all} have an answer. What is left for {version}?"], answered, { all: number(plan.criteria), version: about.edition.version })} `,
          [[_("Carry over to {version}", { version: about.edition.version }), () => transfers.carryOver(plan, source)]],
          element("a", { href: editions.local(new URL(plan.checklist, location)) }, _("See them")),
        ),
      ),
    )
  }

  const asides = () => {
    for (const key of store.aside()) {
      const place = `${about.standard.abbreviation}-${about.edition.version}-checklist-damaged.txt`.replace(/[^\w.-]+/g, "-")
      const read = counted(["{n} answer in it could still be read and is shown.", "{n} answers in it could still be read and are shown."], store.salvaged() ?? 0)
      const rest = store.salvaged() ? ` ${read}` : ""
      notices.append(
        notice(_("Kept answers were damaged."), `${_("What this browser had kept for this edition could not be read whole. It was put aside, not deleted.")}${rest}`, [
          [_("Save what was put aside"), () => transfers.save(place, store.asideText(key), "text/plain")],
          [
            _("Discard it"),
            async (made) => {
              const words = element("p", {}, _("What was put aside will be deleted from this browser for good."))
              if ((await transfers.ask(_("Discard the damaged answers?"), [words], [[_("Keep it"), ""], [_("Discard"), "yes", "assessment-button--danger"]])) !== "yes") return
              store.discard(key)
              made.remove()
              transfers.tell(_("The damaged answers are discarded."))
            },
          ],
        ]),
      )
    }
  }

  const file = panel.querySelector(".assessment-file")
  file.addEventListener("change", async () => {
    const [chosen] = file.files
    file.value = ""
    if (chosen) await transfers.readIn(chosen)
  })
  const acts = {
    report: () => {
      flush()
      history.pushState(null, "", address(true))
      show()
      document.getElementById("report:title").focus({ preventScroll: true })
      holder.scrollIntoView()
    },
    json: transfers.saveJson,
    csv: transfers.saveCsv,
    import: () => file.click(),
    clear: transfers.clear,
  }
  panel.querySelector(".assessment-actions").addEventListener("click", (event) => acts[event.target.closest("[data-do]")?.dataset.do]?.())
  // The spreadsheet to fill in elsewhere, where the edition has one among its data.
  const sheet = document.querySelector('.page-facts a[href$="checklist.xlsx"]')
  if (sheet) panel.querySelector(".assessment-file").before(element("a", { href: sheet.getAttribute("href"), class: "assessment-button" }, _("Spreadsheet")))

  store.start()
  notices.append(offered)
  asides()
  changed()
  show()
})((window.editionsChecklist ??= {}))
