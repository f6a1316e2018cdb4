// Where answers are kept: in this browser alone, one entry for each edition, its name holding the major version of the
// schema. A later major version gets an entry of its own and reads this one, so that nothing is converted in place.
;((checklist) => {
  const storeName = (about, version, draft) => `editions.checklist-1|${about.store}|${version}${draft ? "|draft" : ""}`

  // Of two answers to one criterion the one edited last stands; both tabs must decide alike where the times are equal.
  const newer = (a, b) => a.edited > b.edited || (a.edited === b.edited && JSON.stringify(a) > JSON.stringify(b))

  const merge = (mine, theirs) => {
    const changed = []
    for (const [id, answer] of theirs)
      if (!mine.has(id) || newer(answer, mine.get(id))) {
        mine.set(id, answer)
        changed.push(id)
      }
    const ahead = [...mine].some(([id, answer]) => !theirs.has(id) || newer(answer, theirs.get(id)))
    return { changed, ahead }
  }

  // "storage" throws where a browser forbids it, and setItem where it is full or private.
  const browserStorage = () => {
    try {
      return window.localStorage ?? null
    } catch (error) {
      return null
    }
  }

  const readEntry = (storage, name, about) => {
    const raw = storage.getItem(name)
    if (raw === null) return null
    try {
      const found = checklist.readDocument(JSON.parse(raw), about)
      return { ...found, raw, damaged: found.problems.length > 0 }
    } catch (error) {
      return { raw, damaged: true, answers: new Map(), kept: new Map(), subject: "", subjectEdited: "" }
    }
  }

  /* The answers to this edition. `onchange` hears which criteria another tab has changed, `ontrouble` what hinders
     keeping: "blocked", "full", or "" where it works again. */
  checklist.openStore = (about, { onchange, ontrouble }) => {
    const name = storeName(about, about.edition.version, about.edition.status === "draft")
    const asidePrefix = `${name}|damaged|`
    const storage = browserStorage()
    const state = { answers: new Map(), kept: new Map(), subject: "", subjectEdited: "" }
    let unsaved = false
    let salvaged = null
    let held = false // a damaged entry that could not be moved away stands in the way of saving

    const setAside = (raw) => {
      let place = asidePrefix + Date.now()
      while (storage.getItem(place) !== null) place += "+"
      storage.setItem(place, raw)
      storage.removeItem(name)
    }

    const absorb = (there) => {
      const { changed, ahead } = merge(state.answers, there.answers)
      const kept = merge(state.kept, there.kept)
      const subject = there.subjectEdited > state.subjectEdited
      if (subject) Object.assign(state, { subject: there.subject, subjectEdited: there.subjectEdited })
      return { changed, any: changed.length + kept.changed.length > 0 || subject, ahead: ahead || kept.ahead }
    }

    const save = () => {
      unsaved = true
      if (!storage || held) return ontrouble(storage ? "full" : "blocked")
      try {
        // Read first: another tab may have written since, and what it wrote must not be lost.
        const there = readEntry(storage, name, about)
        if (there?.damaged) setAside(there.raw)
        const { changed, any } = there ? absorb(there) : { any: false }
        storage.setItem(name, JSON.stringify(checklist.writeDocument(about, state, { blanks: true })))
        unsaved = false
        ontrouble("")
        if (any) onchange(changed)
      } catch (error) {
        ontrouble("full")
      }
    }

    const look = () => {
      if (!storage) return
      const there = readEntry(storage, name, about)
      if (!there || there.damaged) return
      const { changed, any, ahead } = absorb(there)
      if (any) onchange(changed)
      if (ahead) save()
    }

    const start = () => {
      if (!storage) return ontrouble("blocked")
      let there
      try {
        there = readEntry(storage, name, about)
      } catch (error) {
        return ontrouble("blocked")
      }
      if (!there) return
      absorb(there)
      if (!there.damaged) return
      salvaged = [...state.answers.values()].filter((answer) => !checklist.isBlank(answer)).length
      try {
        setAside(there.raw)
        if (salvaged) save()
      } catch (error) {
        held = true
        ontrouble("full")
      }
    }

    addEventListener("storage", (event) => {
      if (event.key === name && event.newValue !== null) look()
    })
    // A page that comes back from the browser's memory has missed what other tabs wrote.
    addEventListener("pageshow", (event) => event.persisted && look())
    addEventListener("beforeunload", (event) => unsaved && event.preventDefault())

    const aside = () =>
      storage ? Object.keys(storage).filter((key) => key.startsWith(asidePrefix)).sort() : []

    return {
      state,
      save,
      start,
      salvaged: () => salvaged,
      aside,
      asideText: (key) => storage.getItem(key) ?? "",
      discard: (key) => key.startsWith(asidePrefix) && storage.removeItem(key),
      // Answers to older editions that this browser holds, newest edition first.
      older: () => {
        if (!storage) return []
        return about.carry_over.flatMap((plan) => {
          try {
            const there = readEntry(storage, storeName(about, plan.version, false), about)
            const answered = there ? [...there.answers.values()].filter((answer) => !checklist.isBlank(answer)).length : 0
            return answered ? [{ plan, source: there, answered }] : []
          } catch (error) {
            return []
          }
        })
      },
      saved: () => {
        unsaved = false
      },
    }
  }
})((window.editionsChecklist ??= {}))
