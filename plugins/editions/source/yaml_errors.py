"""What libyaml says of a document that is no YAML, in words that name the usual cause."""

from __future__ import annotations

import re

from editions.source.unclear_values import Comment

_SAID_BETTER = {
    "mapping values are not allowed in this context": "a second ': ' stands in this line; put the text in quotes",
    "found character that cannot start any token": "a tab, @, ` or % stands at the beginning; indent with spaces, or "
    "put the text in quotes",
    "found a tab character that violates indentation": "a tab stands at the beginning; indent with spaces",
    "could not find expected ':'": "a line has no ': '; write 'key: value', or indent what continues a text",
    "found unexpected end of stream": "a quoted text has no end; close the quotes",
    "found unknown escape character": r"\ begins no escape here; write \\, or put the text in single quotes",
}
_NO_KEY = "did not find expected key"
# Signs that begin something else than a text (YAML 1.2.2 §5.3), behind a key or the dash of a list.
_BEGINNING = re.compile(
    r"[ \t]*(?:(?:- +)+|(?:- +)*[\w.-]+[ \t]*:[ \t]+)(?P<sign>[-?](?=\s|$)|[&*!|>\[\]{},\"'])", re.ASCII
)


def yaml_error_message(reason: str, line: str, comment: Comment | None) -> str:
    """Say why a document cannot be read.

    Args:
        reason: What libyaml says.
        line: The line at which reading stopped.
        comment: The comment that ends the last value before that place, if one does.
    """
    begun = _BEGINNING.match(line)
    if reason in _SAID_BETTER:
        said = _SAID_BETTER[reason]
    elif begun and begun["sign"] in "\"'":
        said = f"something follows the closing {begun['sign']}; put the whole text in quotes"
    elif begun:
        said = f"the value begins with {begun['sign']}, which is no text in YAML; put the text in quotes"
    elif reason == _NO_KEY:
        said = "this line is neither 'key: value' nor indented like the lines before it; correct it"
    else:
        said = f"{reason}; correct it"
    if comment is not None:
        said += f". If {comment.short!r} on line {comment.line} belongs to the text before it, put that text in quotes"
    return f"can't be read as YAML: {said}"
