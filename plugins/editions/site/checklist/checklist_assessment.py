"""The panel of a self-assessment: progress, what one can do with the answers, and the controls of one criterion."""

from __future__ import annotations

from html import escape

from editions.model import Edition
from editions.words.messages import message
from editions.words.phrasebook import Phrasebook

_STATUSES = (
    ("met", message("Met")),
    ("partly", message("Partly met")),
    ("not", message("Not met")),
    ("not_applicable", message("Not applicable")),
    ("", message("Not assessed")),
)
_BUTTONS = (
    ("report", message("Report to print")),
    ("json", message("Save as JSON")),
    ("csv", message("Save as CSV")),
    ("import", message("Read in a file")),
    ("clear", message("Clear all answers")),
)
_BAR = '<div class="progress-bar" aria-hidden="true"></div>'
EVIDENCE_LIMIT = 10_000
OWNER_LIMIT = 200
SUBJECT_LIMIT = 200


def assessment_html(edition: Edition, words: Phrasebook) -> str:
    """The panel, as it is before anything is answered; a script fills it in.

    Args:
        words: The language.

    Returns:
        HTML in which everything that contributors wrote is escaped.
    """
    count = len(edition.criteria_by_id)
    buttons = "".join(
        f'<button type="button" class="assessment-button" data-do="{name}">{escape(words.text(label))}</button>'
        for name, label in _BUTTONS
    )
    privacy = words.text(
        "What you enter stays in this browser, on this device: nothing is sent to anyone. Clearing the browser’s data "
        "clears it too, so save a file of what you want to keep."
    )
    return (
        '<section class="assessment" aria-labelledby="assessment:title">'
        f'<h2 id="assessment:title">{escape(words.text("Your assessment"))}</h2>'
        f'<p class="assessment-privacy">{escape(privacy)}</p>'
        '<div class="assessment-notices"></div>'
        f'<label class="assessment-subject">{escape(words.text("What is assessed"))} <span class="assessment-hint">'
        f"{escape(words.text('such as a system or a team; it heads the report'))}</span>"
        f'<input type="text" maxlength="{SUBJECT_LIMIT}" autocomplete="off"></label>'
        f'<p class="assessment-overall">{escape(_none_of(count, words))}</p>{_BAR}'
        f"{_by_domain(edition, words)}"
        f'<div class="assessment-actions">{buttons}'
        '<input type="file" accept=".json,application/json" class="assessment-file" hidden></div>'
        '<div class="assessment-told"><p class="assessment-status" role="status"></p></div>'
        f"</section>{_answer_template(words)}"
    )


def _none_of(count: int, words: Phrasebook) -> str:
    return words.count(count, "0 of {n} assessed", "0 of {n} assessed")


def _by_domain(edition: Edition, words: Phrasebook) -> str:
    rows = "".join(
        f'<tr data-domain="{escape(domain.id)}"><th scope="row"><a href="#in-{escape(domain.id)}">'
        f'<span class="link-label">{escape(domain.label)}</span> {escape(domain.title)}</a></th>'
        f'<td>{_BAR}<span class="progress-words">{escape(_none_of(len(domain.criteria), words))}</span></td></tr>'
        for domain in edition.domains
    )
    return (
        f'<details class="assessment-domains" open><summary>{escape(words.text("By domain"))}</summary>'
        f'<table class="progress-table"><thead><tr><th scope="col">{escape(words.text("Domain"))}</th>'
        f'<th scope="col">{escape(words.text("Progress"))}</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _answer_template(words: Phrasebook) -> str:
    """The controls of one criterion; the script copies them for each, which keeps a long page small."""
    radios = "".join(
        f'<label class="answer-choice"><input type="radio" value="{value}"{"" if value else " checked"}> '
        f"{escape(words.text(label))}</label>"
        for value, label in _STATUSES
    )
    more, evidence = escape(words.text("Evidence, owner, date")), escape(words.text("Evidence"))
    return (
        '<template id="checklist:answer"><fieldset class="answer"><legend></legend>'
        f'<div class="answer-choices">{radios}</div>'
        '<div class="answer-note" hidden></div>'
        f'<details class="answer-more"><summary>{more}</summary><div class="answer-fields">'
        f'<label class="answer-evidence">{evidence}<textarea rows="3" maxlength="{EVIDENCE_LIMIT}"></textarea></label>'
        f"<label>{escape(words.text('Owner'))}"
        f'<input type="text" name="owner" maxlength="{OWNER_LIMIT}" autocomplete="off"></label>'
        f'<label>{escape(words.text("Date"))}<input type="date" name="date"></label>'
        "</div></details></fieldset></template>"
    )
