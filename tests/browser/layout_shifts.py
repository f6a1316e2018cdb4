"""What moves on a page while it loads, as the browser sees it."""

from __future__ import annotations

# Cumulative layout shift (web.dev/cls): 0.1 still counts as good.
LIMIT = 0.01
# Layout Instability (WICG) § 2.2: what follows a reader's own act within half a second is none.
NOTE_SHIFTS = """
window.shifts = []
const told = ({ node }) => (node?.outerHTML ?? node?.data ?? "").slice(0, 80)
const note = (entries) => {
  for (const it of entries) if (!it.hadRecentInput) shifts.push([it.value, ...it.sources.map(told)])
}
window.observer = new PerformanceObserver((list) => note(list.getEntries()))
observer.observe({ type: "layout-shift", buffered: true })
window.noted = async () => {
  await document.fonts.ready
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
  note(observer.takeRecords())
  return shifts
}
"""
