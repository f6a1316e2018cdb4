"""Every number that the matcher decides by, in one place.

The factors of ``TEXT`` and ``FINAL`` are those of two logistic regressions over labelled histories, rounded; the rest
was set by trial on the same histories.
"""

SYNONYM = 0.7
HEADING_DECAY = 0.8
HEADING_IN_MEANING = 0.5
# candidates
COMMON_FLOOR = 80
COMMON_SHARE = 0.15
CANDIDATES = 20
ADJACENT = 2
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
    "bias": -5.4,
    "words": 1.3,
    "letters": 1.2,
    "contained": 3.3,
    "mutual": 3.9,
    "order": 0.8,
    "heading": 0.5,
    "meaning": 2.5,
    "title": 2.0,
    "same": 2.0,
}
CONTEXT = {"section": 0.5, "neighbours": 0.6, "place": 0.25}
FINAL = {
    "bias": -0.5,
    "text": 0.2,
    "section": 0.35,
    "neighbours": 0.15,
    "margins": 0.2,
    "smaller_margin": 1.2,
    "part": -1.3,
}
USUAL_RATE = 0.33
SCARCITY = 1.5
# splits and merges
PART_ODDS = -3.0
PART_INSIDE = 0.3
PART_GAIN = 0.08
PARTS_MOST = 5
NO_COUNTERPART = -2.5
MARGIN_CAP = 4.0
ROUNDS = 3
# domains
DOMAIN = {"bias": -3.7, "most": 4.0, "least": 3.0, "title": 3.0, "content": 4.0}
ANY_KINSHIP = 0.1
DOMAIN_SHARE = 0.4
# rows
STAY = 6.0
PROPOSE = 0.05
BEST = 5
SPEAKS = 0.5
LOPSIDED = 0.3
SIMILAR_TITLE = 0.3
CLOSE = 0.5
ACCEPT = 0.8
