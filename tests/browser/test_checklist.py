"""A checklist in a real browser: filters in the address, answers that stay, files in and out, carrying over."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_checks import violations
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser, Locator, Page, expect

from sites import Site
from visits import Visit, visiting

OLD = "/standard/1.0/checklist/"
NEW = "/standard/1.1/checklist/"
SHOWN = ".checklist-item:not([hidden])"
Document = dict[str, Any]


@pytest.fixture
def visit(browser: Browser, own_root: str) -> Iterator[Visit]:
    """A visit to the own site; nothing may be reported as an error, and nothing may leave the site."""
    with visiting(browser, own_root, viewport={"width": 1200, "height": 800}) as visit:
        yield visit
        assert visit.complaints == []
        assert visit.strangers == []


@pytest.fixture
def small(browser: Browser, small_root: str) -> Iterator[Visit]:
    """A visit to the site of the small standard."""
    with visiting(browser, small_root) as visit:
        yield visit
        assert visit.complaints == []


def ready(page: Page) -> Page:
    """The page once its script has run."""
    page.locator(".checklist-item--ready").first.wait_for(state="attached")
    return page


def box(page: Page, item: str) -> Locator:
    return page.locator(f"[data-id='{item}']")


def answer(page: Page, item: str, status: str, evidence: str = "", owner: str = "", date: str = "") -> None:
    """Fill one criterion in."""
    field = box(page, item)
    if status:
        field.locator(f"input[value={status}]").check()
    if evidence or owner or date:
        if field.locator("details").get_attribute("open") != "":
            field.locator("summary").click()
        field.locator("textarea").fill(evidence)
        field.locator("[name=owner]").fill(owner)
        field.locator("[name=date]").fill(date)
        field.locator("[name=date]").blur()


def answered(page: Page, item: str) -> tuple[str, str, str, str]:
    """What the controls of a criterion hold."""
    field = box(page, item)
    return (
        field.locator("input[type=radio]:checked").input_value(),
        field.locator("textarea").input_value(),
        field.locator("[name=owner]").input_value(),
        field.locator("[name=date]").input_value(),
    )


def status(page: Page) -> str:
    return page.locator(".filter-status").inner_text()


def overall(page: Page) -> str:
    return page.locator(".assessment-overall").inner_text()


def stored(page: Page, version: str = "1.0") -> Document | None:
    """What the browser keeps for an edition."""
    text = page.evaluate(
        "version => Object.entries(localStorage).find(([key]) => key.endsWith('|' + version))?.[1] ?? null", version
    )
    return None if text is None else json.loads(text)


def statuses(document: Document | None) -> dict[str, str | None]:
    return {it["id"]: it["status"] for it in (document or {"answers": []})["answers"]}


def saved(page: Page, button: str) -> bytes:
    """The file that a button saves."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).last.click()
    return Path(waiting.value.path()).read_bytes()


def read_in(page: Page, content: str | bytes) -> None:
    """Give the page a file."""
    buffer = content.encode() if isinstance(content, str) else content
    page.locator(".assessment-file").set_input_files(
        {"name": "answers.json", "mimeType": "application/json", "buffer": buffer}
    )


def dialog(page: Page) -> Locator:
    return page.locator("dialog.checklist-dialog")


def take_over(page: Page, choice: str = "") -> None:
    if choice:
        dialog(page).locator(f"input[value={choice}]").check()
    dialog(page).get_by_role("button", name="Take over").click()
    expect(dialog(page)).to_have_count(0)


def document(page: Page, *answers: Document, **more: Any) -> Document:
    """A document for the edition of the page."""
    about = json.loads(page.locator("[id='checklist:data']").text_content() or "")
    base = {key: about[key] for key in ("$schema", "schema_version", "standard", "edition")}
    return {**base, "answers": list(answers), **more}


def test_filters_stand_in_the_address_are_counted_and_can_be_stepped_through(visit: Visit) -> None:
    page = ready(visit.open(OLD))
    assert status(page) == "All 40 criteria shown"
    assert page.locator(".filter-status").get_attribute("role") == "status"
    page.locator("input[name=domain][value=D02]").check()
    assert status(page) == "5 of 40 criteria shown"
    page.locator("input[name=domain][value=D08]").check()
    assert visit.address == f"{OLD}?domain=D02,D08"
    assert page.locator(SHOWN).count() == 10
    assert page.locator(".checklist-domain:visible").count() == 2
    page.locator("input[name=assessment][value=CPAA]").check()
    assert visit.address == f"{OLD}?domain=D02,D08&assessment=CPAA"
    page.reload()
    ready(page)
    assert page.locator("input[name=domain]:checked").count() == 2
    page.go_back()
    page.go_back()
    assert status(page) == "5 of 40 criteria shown"
    page.go_forward()
    assert status(page) == "10 of 40 criteria shown"
    page.get_by_role("button", name="Show all").click()
    assert (visit.address, status(page)) == (OLD, "All 40 criteria shown")


def test_words_are_found_in_any_order_and_typing_them_is_one_step_back(visit: Visit) -> None:
    page = ready(visit.open(OLD))
    page.get_by_role("searchbox", name="Words").press_sequentially("DATA consent")
    assert page.locator(f"{SHOWN} > h3").evaluate_all("all => all.map(it => it.id)") == ["D01.2"]
    page.wait_for_url("**/?text=DATA+consent")
    page.go_back()
    assert status(page) == "All 40 criteria shown"
    assert page.get_by_role("searchbox", name="Words").input_value() == ""


def test_a_keyword_may_hold_the_comma_that_separates_keywords_in_the_address(small: Visit) -> None:
    page = ready(small.open("/standard/checklist/"))
    page.get_by_role("checkbox", name="roles, rights").check()
    assert status(page) == "1 of 5 criteria shown"
    page.get_by_role("checkbox", name="naming").check()
    page.reload()
    ready(page)
    assert page.locator("input[name=keyword]:checked").count() == 2


def test_what_the_address_names_is_shown_whatever_the_filter_says(visit: Visit) -> None:
    page = ready(visit.open(f"{OLD}?domain=D02&answer=nonsense#D05.3"))
    expect(page.locator("[id='D05.3']")).to_be_in_viewport()
    assert status(page) == "6 of 40 criteria shown"


def test_without_script_the_list_is_whole_and_nothing_is_offered_that_needs_one(
    browser: Browser, own_root: str
) -> None:
    with visiting(browser, own_root, java_script_enabled=False) as visit:
        page = visit.open(OLD)
        assert page.locator(".checklist-item:visible").count() == 40
        assert page.get_by_text("Without it, the list is whole.").is_visible()
        assert (
            page.locator(".assessment:visible, .filter-form:visible, .filter-foot:visible, input:visible").count() == 0
        )


def test_answers_are_counted_by_domain_and_overall_and_stand_after_a_reload(visit: Visit) -> None:
    page = ready(visit.open(OLD))
    assert overall(page) == "0 of 40 assessed."
    answer(page, "D01.1", "met", "Register, section 2", "Ada", "2031-03-07")
    answer(page, "D01.2", "partly")
    answer(page, "D02.1", "not_applicable")
    page.get_by_label("What is assessed").fill("Claims triage")
    assert overall(page) == "3 of 40 assessed: 1 met, 1 partly met, 1 not applicable."
    assert page.locator("tr[data-domain=D01] .progress-words").inner_text() == ("2 of 5 assessed: 1 met, 1 partly met.")
    assert page.locator("tr[data-domain=D01] .progress-bar > span").count() == 3
    chapter = page.locator("[id='in-D01'] + .checklist-items > .checklist-progress")
    assert chapter.inner_text().endswith("2 of 5 assessed: 1 met, 1 partly met.")
    page.reload()
    ready(page)
    assert answered(page, "D01.1") == ("met", "Register, section 2", "Ada", "2031-03-07")
    assert box(page, "D01.1").locator("summary").inner_text() == "Register, section 2 · Ada · 7 March 2031"
    assert answered(page, "D02.1")[0] == "not_applicable"
    assert page.get_by_label("What is assessed").input_value() == "Claims triage"
    # The standing address shows the same edition as 1.1, and other answers.
    assert overall(ready(visit.open("/standard/checklist/"))) == "0 of 8 assessed."


def test_answers_can_be_filtered_by_and_what_was_just_answered_does_not_vanish(visit: Visit) -> None:
    page = ready(visit.open(f"{OLD}?answer=open"))
    answer(page, "D01.1", "not")
    assert box(page, "D01.1").is_visible()
    page.locator("input[name=answer][value=not]").check()
    page.locator("input[name=answer][value=open]").uncheck()
    assert page.locator(f"{SHOWN} > h3").evaluate_all("all => all.map(it => it.id)") == ["D01.1"]
    assert page.locator(".filter-choice", has=page.locator("[name=answer][value=open]")).inner_text().endswith("39")


def test_a_status_can_be_taken_back(visit: Visit) -> None:
    page = ready(visit.open(OLD))
    answer(page, "D01.1", "met")
    box(page, "D01.1").get_by_label("Not assessed").check()
    page.reload()
    assert overall(ready(page)) == "0 of 40 assessed."


def test_two_tabs_keep_what_either_is_told(visit: Visit) -> None:
    first = ready(visit.open(OLD))
    second = first.context.new_page()
    second.goto(visit.root + OLD.lstrip("/"))
    ready(second)
    answer(first, "D01.1", "met", "from the first")
    answer(second, "D01.2", "not", "from the second")
    expect(box(first, "D01.2").locator("textarea")).to_have_value("from the second")
    expect(box(second, "D01.1").locator("textarea")).to_have_value("from the first")
    assert overall(first) == overall(second) == "2 of 40 assessed: 1 met, 1 not met."
    # Of one criterion, the answer edited last stands in both.
    answer(second, "D01.1", "partly")
    expect(box(first, "D01.1").locator("input[value=partly]")).to_be_checked()
    first.reload()
    assert answered(ready(first), "D01.1")[:2] == ("partly", "from the first")


def test_what_another_tab_wrote_and_this_one_was_not_told_of_is_kept(visit: Visit) -> None:
    """A page hears of no change that it makes itself, which stands here for a message that comes too late."""
    page = ready(visit.open(OLD))
    answer(page, "D01.1", "met")
    other = document(page, {"id": "D01.2", "status": "not", "edited": "2020-01-01T00:00:00.000Z"})
    page.evaluate(
        "text => localStorage.setItem(Object.keys(localStorage).find(key => key.endsWith('|1.0')), text)",
        json.dumps(other),
    )
    answer(page, "D01.3", "partly")
    assert statuses(stored(page)) == {"D01.1": "met", "D01.2": "not", "D01.3": "partly"}
    assert answered(page, "D01.2")[0] == "not"


def test_a_tab_that_overwrites_what_it_never_saw_loses_nothing(visit: Visit) -> None:
    """Browsers do not lock the storage between tabs, so that one may write just after the other has."""
    first = ready(visit.open(OLD))
    second = first.context.new_page()
    second.goto(visit.root + OLD.lstrip("/"))
    ready(second)
    answer(first, "D01.1", "met")
    expect(box(second, "D01.1").locator("input[value=met]")).to_be_checked()
    stale = document(first, {"id": "D01.2", "status": "not", "edited": "2020-01-01T00:00:00.000Z"})
    second.evaluate(
        "text => localStorage.setItem(Object.keys(localStorage).find(key => key.endsWith('|1.0')), text)",
        json.dumps(stale),
    )
    expect(box(first, "D01.2").locator("input[value=not]")).to_be_checked()
    first.wait_for_function(
        "localStorage[Object.keys(localStorage).find(key => key.endsWith('|1.0'))].includes('D01.1')"
    )
    assert statuses(stored(first)) == {"D01.1": "met", "D01.2": "not"}


@pytest.mark.parametrize("damaged", ["{broken", "[]", '{"schema_version": "2.0"}', "partly"])
def test_a_damaged_store_is_put_aside_told_and_what_can_be_read_is_shown(visit: Visit, damaged: str) -> None:
    page = ready(visit.open(OLD))
    answer(page, "D01.1", "met")
    key = page.evaluate("Object.keys(localStorage).find(key => key.endsWith('|1.0'))")
    if damaged == "partly":
        damaged = json.dumps(
            document(page, {"id": "D01.1", "status": "met"}, {"id": "D01.2", "status": "yes"}, {"id": 3})
        )
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, damaged])
    page.reload()
    ready(page)
    note = page.get_by_role("note", name="Kept answers were damaged.")
    assert note.is_visible()
    readable = "D01.1" in damaged
    assert ("1 answer in it could still be read" in note.inner_text()) is readable
    assert overall(page).startswith("1 of 40" if readable else "0 of 40")
    answer(page, "D03.1", "not")
    assert saved(page, "Save what was put aside").decode() == damaged
    page.reload()
    ready(page)
    assert answered(page, "D03.1")[0] == "not"
    # It stays told of until it is discarded, which is asked about.
    page.get_by_role("button", name="Discard it").click()
    dialog(page).get_by_role("button", name="Keep it").click()
    assert note.is_visible()
    page.get_by_role("button", name="Discard it").click()
    dialog(page).get_by_role("button", name="Discard", exact=True).click()
    expect(note).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('damaged'))") == []


FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


@pytest.mark.parametrize(("hindrance", "words"), [(FORBIDDEN, "does not let the page keep"), (FULL, "no room left")])
def test_where_nothing_can_be_kept_the_page_says_so_works_and_warns_before_leaving(
    browser: Browser, own_root: str, hindrance: str, words: str
) -> None:
    with visiting(browser, own_root) as visit:
        visit.page.add_init_script(hindrance)
        page = ready(visit.open(OLD))
        answer(page, "D01.1", "met")
        expect(page.get_by_role("alert")).to_contain_text(words)
        assert overall(page) == "1 of 40 assessed: 1 met."
        page.once("dialog", lambda question: question.dismiss())
        with page.expect_event("dialog") as asked:
            page.close(run_before_unload=True)
        assert asked.value.type == "beforeunload"
        assert b'"D01.1"' in saved(page, "Save as JSON") if hindrance == FORBIDDEN else True


def test_the_saved_file_holds_the_answers_and_is_valid_by_the_schema_that_the_site_serves(
    visit: Visit, browser: Browser, own_site: Site
) -> None:
    page = ready(visit.open(OLD))
    answer(page, "D01.1", "met", "Register\nsection 2 “é” 😀", "Ada", "2031-03-07")
    answer(page, "D01.2", "not_applicable")
    answer(page, "D01.3", "met")
    box(page, "D01.3").get_by_label("Not assessed").check()
    page.get_by_label("What is assessed").fill("Claims triage")
    content = saved(page, "Save as JSON")
    found = json.loads(content)
    schema = json.loads(own_site.file("/schema/checklist-1.schema.json").read_bytes())
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(found)
    assert found["$schema"] == schema["$id"]
    assert (found["edition"]["version"], found["subject"]) == ("1.0", "Claims triage")
    assert found["standard"]["url"]
    assert statuses(found) == {"D01.1": "met", "D01.2": "not_applicable"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", found["exported"])
    # In another browser the same file gives the same answers.
    with visiting(browser, visit.root) as other:
        there = ready(other.open(OLD))
        read_in(there, content)
        take_over(there)
        assert answered(there, "D01.1") == answered(page, "D01.1")
        again = json.loads(saved(there, "Save as JSON"))
        unstamped = [{key: value for key, value in it.items() if key != "edited"} for it in again["answers"]]
        assert unstamped == [{key: value for key, value in it.items() if key != "edited"} for it in found["answers"]]


def test_the_table_of_answers_runs_no_formula(visit: Visit) -> None:
    """A cell that begins with =, +, -, @, a tab or a return is text (OWASP, CSV Injection)."""
    page = ready(visit.open(OLD))
    answer(page, "D01.1", "met", '=HYPERLINK("https://evil.example/")', "@ada", "2031-03-07")
    answer(page, "D01.2", "not", "one, two\nthree")
    answer(page, "D01.3", "not", "\u200b' \uff1d1+1")
    lines = saved(page, "Save as CSV").decode("utf-8-sig")
    assert lines.startswith("edition,id,domain,title,text,level,status,evidence,owner,date,assess_again,edited\r\n")
    assert """,met,"'=HYPERLINK(""https://evil.example/"")",'@ada,2031-03-07,""" in lines
    assert ",not,'\u200b' \uff1d1+1," in lines
    assert ',not,"one, two\nthree",' in lines
    assert lines.count("\r\n") == 41


def hostile(page: Page) -> dict[str, str | bytes]:
    """Files that are no answers, by what is wrong with them."""
    base = document(page)
    pollute = json.dumps(document(page, {"id": "D01.1", "status": "met"}))

    def with_answer(**fields: Any) -> str:
        return json.dumps({**base, "answers": [{"id": "D01.1", "status": "met", **fields}]})

    return {
        "no JSON": "<html>",
        "a list": "[]",
        "nothing": "null",
        "another major version": json.dumps({**base, "schema_version": "2.0"}),
        "a version that is a number": json.dumps({**base, "schema_version": 1}),
        "answers that are no list": json.dumps({**base, "answers": {"length": 3}}),
        "answers are missing": json.dumps({key: value for key, value in base.items() if key != "answers"}),
        "a status of its own": with_answer(status="yes"),
        "evidence that is an object": with_answer(evidence={"toString": "x"}),
        "evidence that is too long": with_answer(evidence="x" * 10_001),
        "no date": with_answer(date="07/03/2031"),
        "no time": with_answer(edited="yesterday"),
        "a relation of its own": with_answer(assess_again={"edition": "1.0", "relation": "<b>"}),
        "ids that are numbers": with_answer(carried_from={"edition": "1.0", "ids": [1]}),
        "answers that are texts": json.dumps({**base, "answers": ["D01.1", None, 3]}),
        "an empty id": json.dumps({**base, "answers": [{"id": "", "status": None}]}),
        "no edition": json.dumps({**base, "edition": "1.0"}),
        "a status of an edition that there is not": json.dumps({**base, "edition": {"version": "1.0", "status": "x"}}),
        "a reason of its own": json.dumps(
            {**base, "kept": [{"id": "X", "status": None, "edition": "1", "reason": "because"}]}
        ),
        "a prototype instead of members": pollute.replace('"status": "met"', '"__proto__": {"status": "met"}'),
    }


def test_what_is_no_document_is_refused_with_every_problem_and_changes_nothing(visit: Visit, own_site: Site) -> None:
    """The page and the schema refuse the same files."""
    page = ready(visit.open(OLD))
    answer(page, "D02.2", "met", "mine")
    before = stored(page)
    schema = Draft202012Validator(json.loads(own_site.file("/schema/checklist-1.schema.json").read_bytes()))
    for name, content in hostile(page).items():
        read_in(page, content)
        assert "Nothing was taken over" in dialog(page).inner_text(), name
        dialog(page).get_by_role("button", name="Close").click()
        expect(dialog(page)).to_have_count(0)
        assert stored(page) == before, name
        try:
            parsed = json.loads(content)
        except ValueError:
            continue
        assert not schema.is_valid(parsed), name
    bad = document(page, {"id": "D01.1", "status": "yes", "date": "soon"}, {"id": 3, "status": None})
    read_in(page, json.dumps({**bad, "standard": {"url": "https://other.example/"}}))
    told = dialog(page).locator("li").all_inner_texts()
    assert [line.split()[0] for line in told] == [
        "standard.url",
        "answers[0].status",
        "answers[0].date",
        "answers[1].id",
    ]
    dialog(page).get_by_role("button", name="Close").click()
    twice = document(page, {"id": "D01.1", "status": "met"}, {"id": "D01.1", "status": "not"})
    read_in(page, json.dumps(twice))
    assert "answers[1].id" in dialog(page).inner_text()
    dialog(page).get_by_role("button", name="Close").click()
    many = document(page, *({"id": f"X{number}", "status": "yes"} for number in range(400)))
    read_in(page, json.dumps(many))
    assert "and 350 more problems" in dialog(page).inner_text()
    dialog(page).get_by_role("button", name="Close").click()
    read_in(page, b" " * (5 * 1024 * 1024))
    assert "It has 5 MiB" in dialog(page).inner_text()


def test_what_texts_of_a_file_hold_is_shown_as_text_and_reaches_no_prototype(visit: Visit) -> None:
    page = ready(visit.open(OLD))
    mark = "<img src=x onerror=window.broken=1>"
    own = document(
        page,
        {"id": "D01.1", "status": "met", "evidence": mark, "owner": mark},
        {"id": "__proto__", "status": "met", "evidence": mark},
        {"id": "constructor", "status": "not"},
        {"id": mark, "status": "not", "edited": "9999-12-31T23:59:59Z"},
        subject=mark,
    )
    text = json.dumps(own).replace('"schema_version"', '"__proto__": {"polluted": 1}, "schema_version"')
    read_in(page, text)
    assert "3 answers to criteria that this edition does not have" in dialog(page).inner_text()
    take_over(page)
    assert box(page, "D01.1").locator("summary").inner_text() == f"{mark} · {mark}"
    assert page.locator(".assessment-kept summary").inner_text().startswith("Kept aside: 3 answers")
    page.get_by_role("button", name="Report to print").click()
    assert page.locator(".checklist-report h2").inner_text() == f"Assessment of {mark}"
    assert page.evaluate("[window.broken ?? null, ({}).polluted ?? null, ({}).status ?? null]") == [None, None, None]
    assert page.locator(".sheet img").count() == 0
    # What is not known stays in the file.
    page.get_by_role("button", name="Back to the checklist").click()
    kept = json.loads(saved(page, "Save as JSON"))["kept"]
    assert {it["id"] for it in kept} == {"__proto__", "constructor", mark}


def test_nothing_is_overwritten_unless_one_says_so_and_all_of_it_can_be_undone(visit: Visit) -> None:
    page = ready(visit.open(OLD))

    def mine() -> None:
        read_in(page, json.dumps(document(page)))
        take_over(page, "replace" if dialog(page).locator("input").count() else "")
        answer(page, "D01.1", "met", "mine")
        answer(page, "D01.2", "met", "mine")
        answer(page, "D01.4", "met", "mine")

    later, earlier = "2999-01-01T00:00:00Z", "2001-01-01T00:00:00Z"
    theirs = document(
        page,
        {"id": "D01.1", "status": "not", "evidence": "theirs", "edited": earlier},
        {"id": "D01.2", "status": "not", "evidence": "theirs", "edited": later},
        {"id": "D01.3", "status": "not", "evidence": "theirs", "edited": earlier},
    )
    expected = {
        "keep": {"D01.1": "met", "D01.2": "met", "D01.3": "not", "D01.4": "met"},
        "later": {"D01.1": "met", "D01.2": "not", "D01.3": "not", "D01.4": "met"},
        "replace": {"D01.1": "not", "D01.2": "not", "D01.3": "not", "D01.4": None},
    }
    for choice, result in expected.items():
        mine()
        read_in(page, json.dumps(theirs))
        assert "2 criteria have an answer here already that differs." in dialog(page).inner_text()
        assert dialog(page).locator("input[value=keep]").is_checked()
        take_over(page, choice)
        assert statuses(stored(page)) == result, choice
        page.get_by_role("button", name="Undo").click()
        undone = statuses(stored(page))
        assert undone == {"D01.1": "met", "D01.2": "met", "D01.3": None, "D01.4": "met"}, choice
        assert answered(page, "D01.1")[:2] == ("met", "mine")


def test_clearing_is_asked_about_and_undone_by_keyboard(visit: Visit) -> None:
    page = ready(visit.open(OLD))
    answer(page, "D01.1", "met", "mine")
    page.get_by_role("button", name="Clear all answers").focus()
    page.keyboard.press("Enter")
    assert dialog(page).get_by_role("button", name="Keep them").evaluate("it => it === document.activeElement")
    page.keyboard.press("Escape")
    expect(dialog(page)).to_have_count(0)
    assert page.get_by_role("button", name="Clear all answers").evaluate("it => it === document.activeElement")
    assert overall(page).startswith("1 of 40")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".assessment-overall")).to_have_text("0 of 40 assessed.")
    assert page.locator(".assessment-status").inner_text() == "All answers are cleared."
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    assert answered(page, "D01.1")[:2] == ("met", "mine")


def test_a_criterion_is_assessed_by_keyboard_alone(visit: Visit) -> None:
    page = ready(visit.open(f"{OLD}#D01.1"))
    page.locator("[id='D01.1'] > a").first.focus()
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    # From "not assessed", the last of the group, on to its first.
    page.keyboard.press("ArrowRight")
    assert answered(page, "D01.1")[0] == "met"
    page.keyboard.press("ArrowRight")
    assert answered(page, "D01.1")[0] == "partly"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Tab")
    page.keyboard.type("Seen by keyboard")
    page.keyboard.press("Tab")
    page.keyboard.type("Ada")
    assert answered(page, "D01.1")[:3] == ("partly", "Seen by keyboard", "Ada")


def test_what_was_met_in_1_0_tells_what_is_left_for_1_1(visit: Visit) -> None:
    """The expected list is what ``standard/lineage.yml`` says, row by row."""
    page = ready(visit.open(OLD))
    given = {"D04.1": "met", "D02.5": "met", "D07.3": "not", "D04.2": "met", "D08.1": "met", "D08.2": "not"}
    for item, value in given.items():
        answer(page, item, value, f"seen for {item}", "Ada", "2031-03-07")
    page = ready(visit.open(NEW))
    note = page.get_by_role("note", name="You assessed edition 1.0 in this browser.")
    assert "6 criteria of 40 have an answer" in note.inner_text()
    note.get_by_role("button").click()
    assert dialog(page).locator("li").all_inner_texts()[:4] == [
        "3 criteria to assess again: reworded, split or merged. Evidence and owner come along.",
        "1 criterion is new in 1.1.",
        "4 criteria were not assessed in 1.0.",
        "2 answers to withdrawn criteria: kept aside.",
    ]
    take_over(page)
    assert overall(page) == "0 of 8 assessed. 4 to assess again."
    listed = page.locator(".assessment-again li").all_inner_texts()
    assert [line.partition(":")[0] for line in listed] == ["PSF-01.1", "PSF-02.1", "PSF-05.1", "PSF-07.1"]
    assert "In edition 1.0: D04.1 met." in listed[0]
    assert "merged" in listed[2]
    assert "In edition 1.0: D02.5 met, D07.3 not met." in listed[2]
    assert "new since edition 1.0" in listed[3]
    assert answered(page, "PSF-01.1") == ("", "seen for D04.1", "Ada", "")
    assert answered(page, "PSF-05.1")[1] == "D02.5: seen for D02.5\n\nD07.3: seen for D07.3"
    assert page.locator(".assessment-kept summary").inner_text().startswith("Kept aside: 2 answers")
    page.locator("input[name=answer][value=again]").check()
    assert status(page) == "4 of 8 criteria shown"
    answer(page, "PSF-01.1", "met")
    assert overall(page) == "1 of 8 assessed: 1 met. 3 to assess again."
    expect(box(page, "PSF-01.1").locator(".answer-note")).to_have_text("Carried over from D04.1 of edition 1.0.")
    page.reload()
    ready(page)
    assert overall(page) == "1 of 8 assessed: 1 met. 3 to assess again."
    assert page.get_by_role("note", name="You assessed edition").count() == 0
    box(page, "PSF-02.1").get_by_role("link", name="See the change").click()
    assert visit.address == "/standard/compare/1.0...1.1/#change-D04.2"
    expect(page.locator("[id='change-D04.2']")).to_be_in_viewport()


def test_answers_stand_where_nothing_changed_and_go_on_over_several_editions(small: Visit) -> None:
    """What happens between the editions is stated at the head of ``small_standard``."""
    page = ready(small.open("/standard/0.9/checklist/"))
    for item in ("A.1", "A.2", "B.1", "R.1"):
        answer(page, item, "met", f"seen for {item}", "Ada", "2031-03-07")
    content = saved(page, "Save as JSON")
    page = ready(small.open("/standard/1.0/checklist/"))
    page.get_by_role("button", name="Carry over to 1.0").click()
    take_over(page)
    assert answered(page, "A.1") == ("met", "seen for A.1", "Ada", "2031-03-07")
    expect(box(page, "A.1").locator(".answer-note")).to_have_text("Carried over from edition 0.9.")
    assert answered(page, "A.2") == ("", "seen for A.2", "Ada", "")
    assert overall(page) == "3 of 5 assessed: 3 met. 2 to assess again."
    flagged = page.locator(".assessment-again li").all_inner_texts()
    assert [line.partition(":")[0] for line in flagged] == ["A.2", "A.3"]
    # Straight to 1.1, from the file: A.2 was reworded and then split, B.1 merged with what 0.9 did not have.
    page = ready(small.open("/standard/1.1/checklist/"))
    read_in(page, content)
    assert "1 answer to withdrawn criteria: kept aside." in dialog(page).inner_text()
    take_over(page)
    flagged = page.locator(".assessment-again li").all_inner_texts()
    assert [line.partition(":")[0] for line in flagged] == ["A.1", "C.1", "C.2", "B.2", "B.9"]
    assert "In edition 0.9: A.2 met." in flagged[1]
    assert "In edition 0.9: B.1 met." in flagged[3]
    assert answered(page, "C.2")[1] == "seen for A.2"


def test_answers_given_here_are_kept_when_older_ones_are_carried_over(small: Visit) -> None:
    page = ready(small.open("/standard/0.9/checklist/"))
    answer(page, "A.1", "met", "old")
    answer(page, "B.1", "met", "old")
    page = ready(small.open("/standard/1.0/checklist/"))
    answer(page, "A.1", "not", "new")
    page.get_by_role("button", name="Carry over to 1.0").click()
    assert "1 criterion has an answer here already that differs." in dialog(page).inner_text()
    take_over(page)
    assert answered(page, "A.1")[:2] == ("not", "new")
    assert answered(page, "B.1")[:2] == ("met", "old")


def test_a_file_of_the_draft_is_to_be_assessed_again_and_one_of_a_newer_edition_is_refused(small: Visit) -> None:
    page = ready(small.open("/standard/draft/checklist/"))
    answer(page, "A.1", "met")
    newer = saved(page, "Save as JSON")
    page = ready(small.open("/standard/1.1/checklist/"))
    read_in(page, newer)
    assert "It answers the draft 2.0, which is not older than edition 1.1" in dialog(page).inner_text()
    dialog(page).get_by_role("button", name="Close").click()
    own = document(page, {"id": "A.1", "status": "met", "evidence": "seen", "date": "2031-03-07"})
    own["edition"] = {"version": "1.1", "status": "draft"}
    read_in(page, json.dumps(own))
    take_over(page)
    assert answered(page, "A.1") == ("", "seen", "", "")
    assert "answered for the draft" in page.locator(".assessment-again li").inner_text()


def test_the_report_holds_answers_summary_day_edition_and_attribution(visit: Visit) -> None:
    visit.page.clock.set_fixed_time("2031-03-06T10:00:00Z")
    page = ready(visit.open(OLD))
    answer(page, "D01.1", "met", "Register, section 2\nand 3", "Ada", "2031-03-05")
    answer(page, "D02.1", "not")
    page.locator("input[name=domain][value=D01]").check()
    page.get_by_label("What is assessed").fill("Claims triage")
    page.get_by_role("button", name="Report to print").click()
    assert visit.address == f"{OLD}?domain=D01&view=report"
    report = page.locator(".checklist-report")
    text = report.inner_text()
    assert report.locator("h2").inner_text() == "Assessment of Claims triage"
    assert report.locator("h2").evaluate("it => it === document.activeElement")
    for words in (
        "6 March 2031",
        "edition 1.0",
        "2 of 40 assessed",
        "5 criteria of 40. Domain: DOMAIN 01",
        "5 March 2031",
    ):
        assert words in text
    assert "CC BY 4.0" in report.locator(".report-attribution").inner_text()
    assert report.locator(".report-entry").count() == 5
    assert not page.locator(".assessment, .checklist-item").first.is_visible()
    row = report.locator("tbody tr").first.locator("td").all_inner_texts()
    assert row == ["1", "0", "0", "0", "4", "5"]
    page.reload()
    expect(report.locator(".report-entry")).to_have_count(5)
    page.go_back()
    assert page.locator(".assessment").is_visible()
    assert report.inner_html() == ""


def test_paper_gets_the_answers_or_where_there_are_none_a_form_for_the_pen(visit: Visit) -> None:
    page = ready(visit.open(OLD))
    page.emulate_media(media="print")

    def printing(event: str) -> None:
        page.evaluate("name => dispatchEvent(new Event(name))", event)

    printing("beforeprint")
    assert page.locator(".checklist-item:visible").count() == 40
    form = page.locator(".checklist-item").first.evaluate("it => getComputedStyle(it, '::after').content")
    assert "not applicable" in form
    assert page.locator(".answer:visible, .assessment:visible").count() == 0
    printing("afterprint")
    page.emulate_media(media="screen")
    answer(page, "D01.1", "met", "Register")
    page.emulate_media(media="print")
    printing("beforeprint")
    assert page.locator(".report-entry:visible").count() == 40
    assert page.locator(".checklist-item:visible").count() == 0
    printing("afterprint")
    page.emulate_media(media="screen")
    assert page.locator(".assessment").is_visible()
    assert not page.locator(".checklist-report").is_visible()


def carried(page: Page, root: str) -> None:
    """A page with answers, some of them to be given again, and what is kept aside."""
    page.goto(f"{root}standard/1.0/checklist/")
    ready(page)
    for item, value in (("A.1", "met"), ("A.2", "not"), ("A.3", "partly"), ("R.1", "not_applicable")):
        answer(page, item, value, "Seen", "Ada", "2031-03-07")
    page.goto(f"{root}standard/1.1/checklist/")
    ready(page)


STATES: dict[str, Callable[[Page], object]] = {
    "offered": lambda page: None,
    "asked": lambda page: page.get_by_role("button", name="Carry over to 1.1").click(),
    "carried over": take_over,
    "reported": lambda page: page.get_by_role("button", name="Report to print").click(),
}


def test_every_state_of_a_checklist_is_accessible_and_fits_the_smallest_screen(
    browser: Browser, small_root: str
) -> None:
    with visiting(browser, small_root, viewport={"width": 320, "height": 720}) as visit:
        page = visit.page
        carried(page, small_root)
        for state, reach in STATES.items():
            reach(page)
            page.evaluate("for (const it of document.querySelectorAll('.sheet details')) it.open = true")
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                assert violations(page) == [], f"{state}, {scheme}"
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), state


def test_a_site_opened_from_a_folder_keeps_answers_and_leads_to_the_change(browser: Browser, small_site: Site) -> None:
    root = f"{small_site.folder.as_uri()}/"
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{root}standard/1.0/checklist/index.html")
    ready(page)
    answer(page, "A.2", "met")
    page.goto(f"{root}standard/1.1/checklist/index.html")
    ready(page).get_by_role("button", name="Carry over to 1.1").click()
    take_over(page)
    href = box(page, "C.1").get_by_role("link", name="See the change").get_attribute("href")
    assert href == f"{root}standard/compare/1.0...1.1/index.html#change-A.2"
    context.close()
