"""Two pages as the browser hands them to a screen reader: parts, names, states and order."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from visits import visiting

FRAME = """
- link "Skip to content"
- banner:
  - navigation "Site"
  - button "Search"
  - 'button "Colours: as the system; switch to light"'
- main:
  - group:
    - navigation "{outline}"
  - article:
    - navigation "Breadcrumbs"
{article}
- contentinfo
"""
CRITERION = """
    - group: Edition 1.0 superseded
    - note "A newer edition exists":
      - paragraph:
        - link "Edition 1.1"
        - link "B.2 Incidents"
    - heading "B.1 ¶" [level=1]
    - paragraph: Incidents are written down.
    - note:
      - paragraph:
        - strong: Erratum
      - paragraph:
        - deletion: down
      - paragraph:
        - insertion: up
    - heading "History ¶" [level=2]
    - heading "1.1, April 2026, newest release ¶" [level=3]
    - paragraph:
      - text: Records of access
      - insertion: "[inserted] and of incidents"
      - text: are kept for one year
      - deletion: "[deleted] ."
    - complementary "About this page":
      - term: Permanent address
      - definition:
        - button "Copy the permanent address"
        - status
    - region "Cite this criterion":
      - 'combobox "Citation: style"'
      - button "Copy citation"
    - region "Reuse this criterion":
      - group
    - navigation "Previous and next":
      - link "Previous Criterion A.3"
      - link "Next Criterion R.1"
"""
COMPARISON = """
    - note "Draft"
    - heading "EAS 1.1 to draft ¶" [level=1]
    - list:
      - listitem:
        - strong: "5 criteria became 5:"
    - complementary "About this page"
    - heading "Lineage of the domains ¶" [level=2]
    - document:
      - list "Domains of 1.1":
        - listitem:
          - 'link "Domain A Access: continued as Domain A"'
      - list "Domains of 2.0":
        - listitem:
          - 'link "Domain A Access: continues Domain A"'
    - heading "Changes ¶" [level=2]
    - group "Filter the changes":
      - group "What happened":
        - checkbox "continued 1"
      - group "Wording":
        - radio "in one text" [checked]
        - radio "side by side"
    - status: 1 change shown
    - button "Show all"
    - heading "B Incidents ¶" [level=3]
    - heading "B.9 in 1.1 ¶" [level=4]
    - paragraph:
      - text: Every incident is reviewed
      - insertion: "[inserted] within a week"
"""


def test_a_criterion_and_a_comparison_are_told_whole_and_in_order(browser: Browser, small_root: str) -> None:
    with visiting(browser, small_root, viewport={"width": 1280, "height": 800}) as visit:
        body = visit.open("/standard/1.0/criteria/B.1/").locator("body")
        told = FRAME.format(outline="Contents of this edition", article=CRITERION.strip("\n"))
        expect(body).to_match_aria_snapshot(told)
        visit.open("/standard/compare/1.1...draft/")
        told = FRAME.format(outline="Table of contents", article=COMPARISON.strip("\n"))
        expect(body).to_match_aria_snapshot(told)
