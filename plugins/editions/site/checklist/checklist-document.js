// The document of a self-assessment: reading it with every problem told, writing it as JSON and as CSV. The schema
// checklist-1 says the same. What is read may come from anyone, so nothing is taken over but what is checked here, ids
// are only ever keys of a Map, and texts are only ever shown as text.
;((checklist) => {
  const STATUSES = ["met", "partly", "not", "not_applicable"]
  const { _, number } = editionsWords
  const WORDS = { met: _("met"), partly: _("partly met"), not: _("not met"), not_applicable: _("not applicable") }
  const LIMITS = { id: 200, evidence: 10000, owner: 200, subject: 200, why: 2000, answers: 20000, shown: 50 }
  const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
  const MOMENT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/
  const RELATIONS = ["continued", "split", "merged", "reorganised", "added", "draft"]

  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value)
  const own = (value, name) => (Object.hasOwn(value, name) ? value[name] : undefined)
  const blank = (edited = "") => ({ status: null, evidence: "", owner: "", date: "", edited, again: null, carried: null })
  const isBlank = (answer) =>
    !answer || (answer.status === null && !answer.evidence && !answer.owner && !answer.date && !answer.again)
  const statusWords = (status) => WORDS[status] ?? _("not assessed")
  const short = (value) => {
    const told = JSON.stringify(value) ?? String(value)
    return told.length > 60 ? `${told.slice(0, 60)}…` : told
  }

  // A moment that no clock has reached yet would win over every later edit.
  const moment = (text) => {
    const time = Date.parse(text)
    return Number.isNaN(time) ? "" : new Date(Math.min(time, Date.now() + 86400000)).toISOString()
  }
  const stamp = (before = "") => {
    const past = Date.parse(before)
    return new Date(Math.max(Date.now(), Number.isNaN(past) ? 0 : past + 1)).toISOString()
  }

  const notObject = (path, value) => _("{path} is {value}, not an object", { path, value: short(value) })
  // Checks the members of one object; says what is wrong with each and hands back what is sound.
  const reader = (value, path, say) => ({
    text: (name, limit, { needed = false, form = null, wrong = null } = {}) => {
      const found = own(value, name)
      const told = { path: `${path}.${name}`, value: short(found) }
      if (found === undefined && !needed) return ""
      if (typeof found !== "string") say(_("{path} is {value}, not a text", told))
      else if (needed && !found) say(_("{path} is empty", told))
      // A schema counts characters, a script halves of some of them; counting is left to texts that may be too long.
      else if (found.length > limit && [...found].length > limit) say(_("{path} has {length} characters; {limit} are allowed", { ...told, length: number(found.length), limit: number(limit) }))
      else if (found && form && !form.test(found)) say(wrong(told))
      else return found
      return ""
    },
    oneOf: (name, values, fallback) => {
      const found = own(value, name)
      if (values.includes(found)) return found
      say(_("{path} is {value}, not one of {values}", { path: `${path}.${name}`, value: short(found), values: values.map((it) => it ?? "null").join(", ") }))
      return fallback
    },
    list: (name, { needed = false } = {}) => {
      const found = own(value, name)
      if (found === undefined && !needed) return []
      const told = { path: `${path}.${name}`, value: short(found) }
      if (!Array.isArray(found)) say(_("{path} is {value}, not a list", told))
      else if (found.length > LIMITS.answers) say(_("{path} has {number} entries; too many", { ...told, number: number(found.length) }))
      else return found
      return []
    },
  })

  const notTime = (told) => _("{path} is {value}, not a time such as 2031-03-07T12:00:00Z", told)

  const readIds = (list, path, say) =>
    list.filter((id, place) => {
      const sound = typeof id === "string" && id.length > 0 && id.length <= LIMITS.id
      if (!sound) say(_("{path} is {value}, not an id", { path: `${path}[${place}]`, value: short(id) }))
      return sound
    })

  const readAgain = (value, path, say) => {
    if (!isObject(value)) return say(notObject(path, value)), null
    const read = reader(value, path, say)
    return {
      edition: read.text("edition", 50, { needed: true }),
      from: readIds(read.list("from"), `${path}.from`, say),
      relation: read.oneOf("relation", RELATIONS, "continued"),
      why: read.text("why", LIMITS.why),
      former: read.list("former").flatMap((row, place) => {
        const here = `${path}.former[${place}]`
        if (!isObject(row)) return say(notObject(here, row)), []
        const inside = reader(row, here, say)
        const id = inside.text("id", LIMITS.id, { needed: true })
        return [{ id, status: inside.oneOf("status", [...STATUSES, null], null) }]
      }),
    }
  }

  const readCarried = (value, path, say) => {
    if (!isObject(value)) return say(notObject(path, value)), null
    const read = reader(value, path, say)
    const edition = read.text("edition", 50, { needed: true })
    return { edition, ids: readIds(read.list("ids"), `${path}.ids`, say) }
  }

  // One answer with its id, or null where something is wrong with it, which is then said.
  const readAnswer = (value, path, tell) => {
    let sound = true
    const say = (problem) => {
      sound = false
      tell(problem)
    }
    if (!isObject(value)) return say(notObject(path, value)), null
    const read = reader(value, path, say)
    const again = own(value, "assess_again")
    const carried = own(value, "carried_from")
    const answer = {
      id: read.text("id", LIMITS.id, { needed: true }),
      status: read.oneOf("status", [...STATUSES, null], null),
      evidence: read.text("evidence", LIMITS.evidence),
      owner: read.text("owner", LIMITS.owner),
      date: read.text("date", 10, { form: DAY, wrong: (told) => _("{path} is {value}, not a date such as 2031-03-07", told) }),
      edited: moment(read.text("edited", 30, { form: MOMENT, wrong: notTime })),
      again: again === undefined ? null : readAgain(again, `${path}.assess_again`, say),
      carried: carried === undefined ? null : readCarried(carried, `${path}.carried_from`, say),
    }
    return sound ? answer : null
  }

  const keptKey = (kept) => `${kept.edition} ${kept.id}`

  // Reads a document. Answers that are sound are handed back also where others are not; whoever asks decides.
  const readDocument = (document, about) => {
    const problems = []
    const found = { problems, edition: null, answers: new Map(), kept: new Map(), subject: "", subjectEdited: "" }
    const say = (problem) => problems.push(problem)
    if (!isObject(document)) return say(_("The file holds no JSON object")), found
    const version = own(document, "schema_version")
    if (typeof version !== "string" || !/^1\.\d{1,6}$/.test(version))
      return say(_("schema_version is {value}; this page reads version 1 of the schema checklist-1", { value: short(version) })), found
    const standard = own(document, "standard")
    const url = isObject(standard) ? own(standard, "url") : undefined
    if (!about.accepted.includes(url)) say(_("standard.url is {value}; this page is about {url}", { value: short(url), url: about.standard.url }))
    const edition = own(document, "edition")
    if (isObject(edition)) {
      const read = reader(edition, "edition", say)
      const status = read.oneOf("status", ["draft", "released", "superseded"], "released")
      found.edition = { version: read.text("version", 50, { needed: true }), draft: status === "draft" }
    } else say(notObject("edition", edition))
    const read = reader(document, "document", say)
    found.subject = read.text("subject", LIMITS.subject)
    found.subjectEdited = moment(read.text("subject_edited", 30, { form: MOMENT, wrong: notTime }))
    read.list("answers", { needed: true }).forEach((value, place) => {
      const path = `answers[${place}]`
      const answer = readAnswer(value, path, say)
      if (!answer) return
      if (found.answers.has(answer.id)) return say(_("{path}.id is {value}, which an answer before it has too", { path, value: short(answer.id) }))
      const { id, ...rest } = answer
      found.answers.set(id, rest)
    })
    read.list("kept").forEach((value, place) => {
      const path = `kept[${place}]`
      const answer = readAnswer(value, path, say)
      if (!answer) return
      const inside = reader(value, path, say)
      const kept = { ...answer, edition: inside.text("edition", 50, { needed: true }), reason: inside.oneOf("reason", ["withdrawn", "unknown"], "unknown") }
      found.kept.set(keptKey(kept), kept)
    })
    return found
  }

  const writeAnswer = (id, answer) => ({
    id,
    status: answer.status,
    evidence: answer.evidence,
    owner: answer.owner,
    date: answer.date,
    ...(answer.edited && { edited: answer.edited }),
    ...(answer.carried && { carried_from: answer.carried }),
    ...(answer.again && { assess_again: answer.again }),
  })

  // With `blanks`, also what was cleared: another tab must learn that it was. Files hold what is answered alone.
  const writeDocument = (about, state, { blanks = false } = {}) => {
    const wanted = ([, answer]) => (blanks && answer.edited) || !isBlank(answer)
    const place = new Map(about.criteria.map(({ id }, number) => [id, number]))
    const ordered = [...state.answers].filter(wanted).sort(([a], [b]) => (place.get(a) ?? 1e9) - (place.get(b) ?? 1e9))
    return {
      $schema: about.$schema,
      schema_version: about.schema_version,
      standard: about.standard,
      edition: about.edition,
      ...(!blanks && { exported: new Date().toISOString() }),
      ...((state.subject || blanks) && { subject: state.subject }),
      ...(state.subjectEdited && { subject_edited: state.subjectEdited }),
      answers: ordered.map(([id, answer]) => writeAnswer(id, answer)),
      kept: [...state.kept]
        .filter(wanted)
        .map(([, kept]) => ({ ...writeAnswer(kept.id, kept), edition: kept.edition, reason: kept.reason })),
    }
  }

  // A cell that begins like a formula is run by spreadsheets; an apostrophe before it keeps it text. The same rule as
  // for criteria.csv (formats/csv/spreadsheet_cells.py): also in other widths, and after what spreadsheets skip.
  const first = (text) => text.replace(/^['\p{C}\p{Z}]+/u, "").slice(0, 1).normalize("NFKC")
  const formula = (text) => /^'*\p{Cc}/u.test(text) || /^[=+\-@]/.test(first(text))
  const guarded = (text) => (formula(text) ? `'${text}` : text)
  const cell = (text) => {
    const safe = guarded(text)
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const writeCsv = (about, state, describe) => {
    const rows = [["edition", "id", "domain", "title", "text", "level", "status", "evidence", "owner", "date", "assess_again", "edited"]]
    for (const { id, domain, level = "" } of about.criteria) {
      const { status, evidence, owner, date, again, edited } = state.answers.get(id) ?? blank()
      const { title, text } = describe(id)
      rows.push([about.edition.version, id, domain, title, text, level, status ?? "", evidence, owner, date, again?.why ?? "", edited])
    }
    for (const kept of state.kept.values())
      if (!isBlank(kept))
        rows.push([kept.edition, kept.id, "", "", "", "", kept.status ?? "", kept.evidence, kept.owner, kept.date, kept.reason, kept.edited])
    // RFC 4180 asks for CRLF; the mark at the start tells spreadsheets that this is UTF-8.
    return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`
  }

  Object.assign(checklist, { STATUSES, LIMITS, blank, isBlank, stamp, statusWords, keptKey, readDocument, writeDocument, writeCsv })
})((window.editionsChecklist ??= {}))
