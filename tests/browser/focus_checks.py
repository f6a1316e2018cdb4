"""Whether the keyboard's every stop on a page can be seen, and shows that the keyboard stands there."""

from __future__ import annotations

from playwright.sync_api import Page

STOPS = "a[href], button, input, select, textarea, summary, [tabindex]"
# Each stop takes the focus, shows it by an outline (a box of a picture by its edge), and can be seen (2.4.11).
_FOCUS = r"""(stops) => {
  const faults = []
  const seen = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && it.tabIndex >= 0
  const style = (it) => getComputedStyle(it)
  const outlined = (it) => style(it).outlineStyle !== "none" && parseFloat(style(it).outlineWidth) >= 2
  const edged = (it) => it.matches("svg a") && parseFloat(style(it.querySelector("rect")).strokeWidth) >= 3
  const all = [...document.querySelectorAll(stops)].filter(seen)
  for (const it of all) {
    if (!seen(it)) continue
    const name = it.outerHTML.slice(0, 160)
    if (it.tabIndex > 0) faults.push(`jumps the order: ${name}`)
    it.focus({ focusVisible: true })
    if (document.activeElement !== it) {
      faults.push(`takes no focus: ${name}`)
      continue
    }
    const label = it.closest("label") ?? it
    if (!outlined(it) && !outlined(label) && !edged(it)) faults.push(`shows no focus: ${name}`)
    const spots = [...it.getClientRects()].flatMap((box) => [
      [box.left + box.width / 2, box.top + box.height / 2],
      [box.left + 2, box.top + 2],
      [box.right - 2, box.bottom - 2],
    ])
    if (!spots.some(([x, y]) => label.contains(document.elementFromPoint(x, y)))) faults.push(`is covered: ${name}`)
  }
  document.activeElement.blur()
  scrollTo(0, 0)
  return [all.length, faults]
}"""


def focus_faults(page: Page) -> list[str]:
    """What is wrong with the stops of a page as it stands.

    Args:
        page: The page.

    Returns:
        A line for each stop that jumps the order (WCAG 2.2, 2.4.3), takes no focus, does not show it (2.4.7) or is
        covered while it has it (2.4.11).
    """
    page.keyboard.press("Tab")  # so that the browser takes what follows for the keyboard's work
    stops, faults = page.evaluate(_FOCUS, STOPS)
    assert stops > 10
    return list(faults)
