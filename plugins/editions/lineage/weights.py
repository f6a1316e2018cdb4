"""Every number that the matcher decides by, in one place.

The factors of ``TEXT`` and ``FINAL`` are those of two logistic regressions over labelled histories, rounded; the rest
was set by trial on the same histories.
"""

SYNONYM = 0.5
HEADING_DECAY = 0.6
HEADING_IN_MEANING = 0.5
# candidates
COMMON_FLOOR = 40
COMMON_SHARE = 0.35
CANDIDATES = 16
# substitution
RESIDUE = 14
ALIGNMENT_ROUNDS = 4
NO_SOURCE = 0.3
DOUBT = 1.0
BELIEVED = 0.3
WITNESSES = 1.8
LEARNT_MOST = 0.8
# context
PRIOR_COUNT = 6.0
WITNESS = 0.5
NOTICED = 0.05
NEIGHBOUR_REACH = 3
SAME_WAY = 1.0
OTHER_WAY = 0.6
SLACK = 0.25
SUPPORT_STEPS = (0.02, 0.1, 0.25, 0.45)
SHIFT_STEPS = (0.02, 0.05, 0.12, 0.3)
NEIGHBOUR_CAP = 3.0
PLACE_CAP = 2.0
SECTION_LEVELS = 3
SECTION_DOUBT = 2.0
SECTION_CAP = 3.0

TEXT = {
    "bias": -8.0,
    "words": 4.0,
    "letters": 4.0,
    "contained": 2.5,
    "mutual": 3.0,
    "order": 1.5,
    "heading": 1.5,
    "title": 2.0,
    "same": 3.0,
}
CONTEXT = {"section": 0.5, "neighbours": 0.6, "place": 0.4}
FINAL = {
    "bias": -1.0,
    "text": 0.6,
    "section": 0.3,
    "neighbours": 0.4,
    "place": 0.2,
    "row_margin": 0.5,
    "column_margin": 0.5,
}
MARGIN_CAP = 4.0
ROUNDS = 4
ACCEPT = 0.75
