// Taking answers in and out: files, carrying over from an older edition, clearing, and one step back from each.
;((checklist) => {
  const { _, counted, number } = editionsWords
  const { LIMITS, blank, isBlank, stamp, element } = checklist
  const SIZE = 4 * 1024 * 1024

  // A native dialog: the browser keeps the focus in it and gives it back. Resolves with the value of the button.
  const ask = (title, body, buttons) =>
    new Promise((resolve) => {
      const dialog = element("dialog", { class: "checklist-dialog", "aria-labelledby": "dialog:title" })
      const made = buttons.map(([words, value, kind = ""]) => {
        const button = element("button", { type: "button", class: `assessment-button ${kind}` }, words)
        button.addEventListener("click", () => dialog.close(value))
        return button
      })
      dialog.append(element("h2", { id: "dialog:title" }, title), ...body, element("div", { class: "dialog-buttons" }, ...made))
      dialog.addEventListener("close", () => {
        dialog.remove()
        resolve(dialog.returnValue)
      })
      document.querySelector(".sheet").append(dialog)
      dialog.returnValue = ""
      dialog.showModal()
    })
  const bullets = (lines) => element("ul", {}, ...lines.map((line) => element("li", {}, line)))

  const save = (name, text, type) => {
    const address = URL.createObjectURL(new Blob([text], { type }))
    element("a", { href: address, download: name }).click()
    setTimeout(() => URL.revokeObjectURL(address), 10000)
  }
  const today = () => {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
  }
  const fileName = (about, suffix) => {
    const name = `${about.standard.abbreviation}-${about.edition.version}-checklist-${today()}`.toLowerCase().replace(/[^a-z0-9.]+/g, "-")
    return `${name.replace(/^-|-$/g, "")}.${suffix}`
  }

  checklist.transfers = (about, items, store, { changed }) => {
    const { state } = store
    const ids = items.map(({ id }) => id)
    const status = document.querySelector(".assessment-status")
    const told = document.querySelector(".assessment-told")

    const tell = (words, undo) => {
      status.textContent = words
      told.querySelector("button")?.remove()
      if (!undo) return
      const button = element("button", { type: "button", class: "assessment-button" }, _("Undo"))
      button.addEventListener("click", () => {
        undo()
        tell(_("Undone: the answers are as they were."))
        document.querySelector(".assessment-actions button").focus()
      })
      told.append(button)
    }

    // Everything that changes many answers at once goes through here, so that each can be undone. Each answer gets a
    // new time, in either direction: another tab would else think its own the later one.
    const replace = (answers, kept, subject) => {
      const before = { answers: new Map(state.answers), kept: new Map(state.kept), subject: state.subject }
      const put = (map, wanted, whole) => {
        for (const id of new Set([...map.keys(), ...wanted.keys()])) {
          const now = map.get(id)
          const then = wanted.get(id) ?? (whole ? { ...now, ...blank() } : now)
          if (then && JSON.stringify(then) !== JSON.stringify(now)) map.set(id, { ...then, edited: stamp(now?.edited) })
        }
      }
      const write = (next, whole) => {
        put(state.answers, next.answers, whole)
        put(state.kept, next.kept, whole)
        if (next.subject !== state.subject) Object.assign(state, { subject: next.subject, subjectEdited: stamp(state.subjectEdited) })
        store.save()
        changed()
      }
      write({ answers, kept, subject }, answers.whole)
      return () => write(before, true)
    }

    const same = (a, b) => ["status", "evidence", "owner", "date"].every((name) => a[name] === b[name])

    // Shows what would come in, asks where both have an answer, and takes it in.
    const takeIn = async (title, lines, made, subject, { whole }) => {
      const here = (id) => state.answers.get(id)
      const both = [...made.answers.keys()].filter((id) => !isBlank(here(id)) && !same(here(id), made.answers.get(id)))
      const lost = whole ? [...state.answers].filter(([id, answer]) => !isBlank(answer) && !made.answers.has(id)).length : 0
      const asked = both.length > 0 || lost > 0
      const choices = [
        ["keep", _("Keep every answer given here; add only what is missing")],
        ...(whole ? [["later", _("Where both have an answer, take the one edited last")]] : []),
        ["replace", whole ? _("Replace all answers here by those of the file") : counted(["Replace {n} answer given here", "Replace {n} answers given here"], both.length)],
      ]
      const radios = choices.map(([value, words], number) => {
        const input = element("input", { type: "radio", name: "transfer", value })
        input.checked = number === 0
        return [input, element("label", {}, input, ` ${words}`)]
      })
      const told = [
        both.length ? counted(["{n} criterion has an answer here already that differs.", "{n} criteria have an answer here already that differs."], both.length) : "",
        lost ? counted(["{n} criterion answered here is not in the file.", "{n} criteria answered here are not in the file."], lost) : "",
      ]
      const question = asked
        ? element("fieldset", { class: "dialog-choices" }, element("legend", {}, told.filter(Boolean).join(" ")), ...radios.map(([, label]) => label))
        : null
      const answer = await ask(title, [bullets(lines), ...(question ? [question] : [])], [[_("Take over"), "yes", "assessment-button--main"], [_("Cancel"), ""]])
      if (answer !== "yes") return false
      const how = radios.find(([input]) => input.checked)[0].value
      const taken = new Map()
      for (const [id, incoming] of made.answers) {
        const mine = here(id)
        if (how === "replace" || isBlank(mine) || (how === "later" && incoming.edited > mine.edited)) taken.set(id, incoming)
      }
      taken.whole = how === "replace" && whole
      const kept = new Map([...made.kept].filter(([key]) => taken.whole || isBlank(state.kept.get(key))))
      const undo = replace(taken, kept, taken.whole ? subject : state.subject || subject)
      const over = [...taken.values()].filter((it) => it.status !== null).length
      const again = [...taken.values()].filter((it) => it.again).length
      const results = [
        over && counted(["{n} answer taken over.", "{n} answers taken over."], over),
        again && counted(["{n} criterion to assess again.", "{n} criteria to assess again."], again),
      ]
      tell(results.filter(Boolean).join(" ") || _("Nothing was missing here."), undo)
      return true
    }

    const carryLines = (made, version) =>
      [
        made.stand.length && counted(["{n} answer stands as given: nothing that one must meet changed.", "{n} answers stand as given: nothing that one must meet changed."], made.stand.length),
        made.again.length && counted(["{n} criterion to assess again: reworded, split or merged. Evidence and owner come along.", "{n} criteria to assess again: reworded, split or merged. Evidence and owner come along."], made.again.length),
        made.added.length && counted(["{n} criterion is new in {version}.", "{n} criteria are new in {version}."], made.added.length, { version: about.edition.version }),
        made.open.length && counted(["{n} criterion was not assessed in {version}.", "{n} criteria were not assessed in {version}."], made.open.length, { version }),
        made.withdrawn.length && counted(["{n} answer to withdrawn criteria: kept aside.", "{n} answers to withdrawn criteria: kept aside."], made.withdrawn.length),
      ].filter(Boolean)

    const carryOver = (plan, source) => {
      const made = checklist.carry(plan, source, ids)
      const title = _("Carry answers over from edition {old} to {new}", { old: plan.version, new: about.edition.version })
      return takeIn(title, [...carryLines(made, plan.version), ...plan.remarks], made, source.subject, { whole: false })
    }

    const refuse = (title, lines) => {
      const shown = lines.slice(0, LIMITS.shown)
      if (lines.length > shown.length) shown.push(counted(["… and {n} more problem.", "… and {n} more problems."], lines.length - shown.length))
      return ask(title, [element("p", {}, _("Nothing was taken over, and nothing here has changed.")), bullets(shown)], [[_("Close"), ""]])
    }

    const readIn = async (file) => {
      const title = _("This file cannot be read in")
      if (file.size > SIZE) return refuse(title, [_("It has {size} MiB; at most {most} are read.", { size: number(Math.ceil(file.size / 1048576)), most: SIZE / 1048576 })])
      let content
      try {
        content = JSON.parse(await file.text())
      } catch (error) {
        return refuse(title, [_("It is no JSON: {problem}", { problem: error.message })])
      }
      const found = checklist.readDocument(content, about)
      if (found.problems.length) return refuse(title, found.problems)
      const draft = about.edition.status === "draft"
      if (found.edition.version === about.edition.version && (found.edition.draft || !draft)) {
        const fromDraft = found.edition.draft && !draft
        const made = checklist.sameEdition(found, ids, { fromDraft })
        const edition = found.edition.version
        const lines = [fromDraft ? counted(["{n} answer to edition {edition}, while it was a draft: all are to be assessed again.", "{n} answers to edition {edition}, while it was a draft: all are to be assessed again."], made.answers.size, { edition }) : counted(["{n} answer to edition {edition}.", "{n} answers to edition {edition}."], made.answers.size, { edition })]
        const unknown = `${made.unknown.slice(0, 12).join(", ")}${made.unknown.length > 12 ? " …" : ""}`
        if (made.unknown.length) lines.push(counted(["{n} answer to criteria that this edition does not have, kept aside: {ids}.", "{n} answers to criteria that this edition does not have, kept aside: {ids}."], made.unknown.length, { ids: unknown }))
        return takeIn(_("Read answers in"), lines, made, found.subject, { whole: true })
      }
      const plan = about.carry_over.find(({ version }) => version === found.edition.version)
      if (plan && !found.edition.draft) return carryOver(plan, found)
      const versions = { found: found.edition.version, here: about.edition.version }
      return refuse(title, [found.edition.draft ? _("It answers the draft {found}, which is not older than edition {here}: open the checklist of that edition.", versions) : _("It answers edition {found}, which is not older than edition {here}: open the checklist of that edition.", versions)])
    }

    const clear = async () => {
      const some = [...state.answers.values(), ...state.kept.values()].filter((answer) => !isBlank(answer)).length
      if (!some && !state.subject) return tell(_("There is nothing to clear."))
      const words = counted(["{n} answer to edition {version} will be removed from this browser. Until you leave this page, that can be undone.", "{n} answers to edition {version} will be removed from this browser. Until you leave this page, that can be undone."], some, { version: about.edition.version })
      const answer = await ask(_("Clear all answers?"), [element("p", {}, words)], [[_("Keep them"), ""], [_("Clear all answers"), "yes", "assessment-button--danger"]])
      if (answer !== "yes") return
      const nothing = new Map()
      nothing.whole = true
      tell(_("All answers are cleared."), replace(nothing, new Map(), ""))
    }

    const describe = (id) => {
      const item = items.find((it) => it.id === id)
      const text = item ? item.body.filter((part) => !part.matches(".checklist-facts")).map((part) => part.textContent.trim()).join(" ") : ""
      return { title: item?.title ?? "", text: text.replace(/\s+/g, " ") }
    }
    const saveJson = () => {
      save(fileName(about, "json"), `${JSON.stringify(checklist.writeDocument(about, state), null, 2)}\n`, "application/json")
      store.saved()
      tell(_("Saved as JSON."))
    }
    const saveCsv = () => {
      save(fileName(about, "csv"), checklist.writeCsv(about, state, describe), "text/csv")
      tell(_("Saved as CSV."))
    }
    return { ask, tell, save, readIn, carryOver, clear, saveJson, saveCsv }
  }
})((window.editionsChecklist ??= {}))
