// What becomes of answers to an older edition: which stand, which must be given again and why, which are kept aside.
// The rules are stated for readers on the page itself, under "How answers carry over from an older edition".
;((checklist) => {
  const { _ } = editionsWords
  const { LIMITS, blank, isBlank, keptKey, stamp } = checklist

  const joined = (given) => {
    const told = given.filter(({ answer }) => answer.evidence)
    const texts = told.length > 1 ? told.map(({ id, answer }) => `${id}: ${answer.evidence}`) : told.map(({ answer }) => answer.evidence)
    return texts.join("\n\n").slice(0, LIMITS.evidence)
  }
  const owners = (given) => [...new Set(given.map(({ answer }) => answer.owner).filter(Boolean))].join(", ").slice(0, LIMITS.owner)

  /* Carries answers over.

     plan: what differs between the two editions, from the page's data; source: answers and kept answers of the older
     edition; ids: the criteria of this edition. Hands back answers and kept answers to take in, and which criteria
     stand, are to be assessed again, are new, or had no answer; nothing is changed. */
  checklist.carry = (plan, source, ids) => {
    const changed = new Map(plan.changed.map((row) => [row.id, row]))
    const withdrawn = new Set(plan.withdrawn.map((row) => row.id))
    const made = { answers: new Map(), kept: new Map(source.kept), stand: [], again: [], added: [], open: [], withdrawn: [] }
    const used = new Set()
    for (const id of ids) {
      const row = changed.get(id)
      const origins = row ? row.from : [id]
      origins.forEach((origin) => used.add(origin))
      const given = origins.map((origin) => ({ id: origin, answer: source.answers.get(origin) })).filter(({ answer }) => !isBlank(answer))
      const carried = { edition: plan.version, ids: given.map((it) => it.id) }
      if (row && !origins.length) {
        const again = { edition: plan.version, from: [], relation: "added", why: row.why, former: [] }
        made.answers.set(id, { ...blank(stamp()), again })
        made.added.push(id)
      } else if (!given.length) {
        made.open.push(id)
      } else if (!row || row.stands) {
        // What was still to be assessed again there is so here.
        made.answers.set(id, { ...given[0].answer, carried, edited: stamp() })
        made.stand.push(id)
      } else {
        const former = given.map(({ id: origin, answer }) => ({ id: origin, status: answer.status }))
        const again = { edition: plan.version, from: origins, relation: row.relation, why: row.why, former }
        made.answers.set(id, { ...blank(stamp()), evidence: joined(given), owner: owners(given), carried, again })
        made.again.push(id)
      }
    }
    for (const [id, answer] of source.answers) {
      if (used.has(id) || isBlank(answer)) continue
      const kept = { ...answer, id, edition: plan.version, reason: withdrawn.has(id) ? "withdrawn" : "unknown", edited: stamp() }
      made.kept.set(keptKey(kept), kept)
      made.withdrawn.push(id)
    }
    return made
  }

  // A file of the same edition; answers to ids that the edition does not have are kept aside. Of a draft nothing is
  // known to have stayed as it was, so what was answered for it is to be assessed again.
  checklist.sameEdition = (found, ids, { fromDraft }) => {
    const made = { answers: new Map(), kept: new Map(found.kept), unknown: [] }
    const known = new Set(ids)
    for (const [id, answer] of found.answers) {
      if (isBlank(answer)) continue
      if (!known.has(id)) {
        const kept = { ...answer, id, edition: found.edition.version, reason: "unknown" }
        made.kept.set(keptKey(kept), kept)
        made.unknown.push(id)
      } else if (fromDraft) {
        const again = { edition: found.edition.version, from: [id], relation: "draft", why: _("answered for the draft, which may have changed since"), former: [{ id, status: answer.status }] }
        made.answers.set(id, { ...answer, status: null, date: "", again })
      } else {
        made.answers.set(id, answer)
      }
    }
    return made
  }
})((window.editionsChecklist ??= {}))
