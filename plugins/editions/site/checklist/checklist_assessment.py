"""The panel of a self-assessment: progress, what one can do with the answers, and the controls of one criterion."""

from __future__ import annotations

from html import escape

from editions.model import Edition

_STATUSES = (
    ("met", "Met"),
    ("partly", "Partly met"),
    ("not", "Not met"),
    ("not_applicable", "Not applicable"),
    ("", "Not assessed"),
)
_BAR = '<div class="progress-bar" aria-hidden="true"></div>'
EVIDENCE_LIMIT = 10_000
OWNER_LIMIT = 200
SUBJECT_LIMIT = 200


def assessment_html(edition: Edition) -> str:
    """The panel, as it is before anything is answered; a script fills it in.

    Returns:
        HTML in which everything that contributors wrote is escaped.
    """
    count = len(edition.criteria_by_id)
    buttons = "".join(
        f'<button type="button" class="assessment-button" data-do="{name}">{words}</button>'
        for name, words in (
            ("report", "Report to print"),
            ("json", "Save as JSON"),
            ("csv", "Save as CSV"),
            ("import", "Read in a file"),
            ("clear", "Clear all answers"),
        )
    )
    return (
        '<section class="assessment" aria-labelledby="assessment:title">'
        '<h2 id="assessment:title">Your assessment</h2>'
        '<p class="assessment-privacy">What you enter stays in this browser, on this device: nothing is sent to '
        "anyone. Clearing the browser’s data clears it too, so save a file of what you want to keep.</p>"
        '<div class="assessment-notices"></div>'
        '<label class="assessment-subject">What is assessed <span class="assessment-hint">such as a system or a team; '
        f'it heads the report</span><input type="text" maxlength="{SUBJECT_LIMIT}" autocomplete="off"></label>'
        f'<p class="assessment-overall">0 of {count:,} assessed</p>{_BAR}'
        f"{_by_domain(edition)}"
        f'<div class="assessment-actions">{buttons}'
        '<input type="file" accept=".json,application/json" class="assessment-file" hidden></div>'
        '<div class="assessment-told"><p class="assessment-status" role="status"></p></div>'
        f"</section>{_answer_template()}"
    )


def _by_domain(edition: Edition) -> str:
    rows = "".join(
        f'<tr data-domain="{escape(domain.id)}"><th scope="row"><a href="#in-{escape(domain.id)}">'
        f'<span class="link-label">{escape(domain.label)}</span> {escape(domain.title)}</a></th>'
        f'<td>{_BAR}<span class="progress-words">0 of {len(domain.criteria):,} assessed</span></td></tr>'
        for domain in edition.domains
    )
    return (
        '<details class="assessment-domains" open><summary>By domain</summary>'
        '<table class="progress-table"><thead><tr><th scope="col">Domain</th><th scope="col">Progress</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _answer_template() -> str:
    """The controls of one criterion; the script copies them for each, which keeps a long page small."""
    radios = "".join(
        f'<label class="answer-choice"><input type="radio" value="{value}"{"" if value else " checked"}> '
        f"{words}</label>"
        for value, words in _STATUSES
    )
    return (
        '<template id="checklist:answer"><fieldset class="answer"><legend></legend>'
        f'<div class="answer-choices">{radios}</div>'
        '<div class="answer-note" hidden></div>'
        '<details class="answer-more"><summary>Evidence, owner, date</summary><div class="answer-fields">'
        f'<label class="answer-evidence">Evidence<textarea rows="3" maxlength="{EVIDENCE_LIMIT}"></textarea></label>'
        f'<label>Owner<input type="text" name="owner" maxlength="{OWNER_LIMIT}" autocomplete="off"></label>'
        '<label>Date<input type="date" name="date"></label>'
        "</div></details></fieldset></template>"
    )
