"""Every number that the matcher decides by, in one place.

The factors of ``TEXT`` follow a logistic regression over labelled histories of standards that kept most of their order.
``FINAL`` follows one over histories in which every text and most places changed, with splits and merges; ``ACCEPT`` was
chosen with each of these histories judged by weights fitted to the others. All are evened out between the editions, so
that neither direction is favoured. The rest was set by trial. Most may be moved by a quarter without visible effect.
Change them with ``benchmarks/lineage_accuracy.py`` at hand, on several histories at once.
"""

# texts
SYNONYM = 0.7  # a synonym counts this much of the word itself
HEADING_DECAY = 0.8  # each title further out counts this much of the one inside it
HEADING_IN_MEANING = 0.5  # the words of the titles above, against those of the text

# candidates
COMMON_FLOOR = 80  # a term is too common to find candidates by when more items hold it than this
COMMON_SHARE = 0.15  # and more than this share of all items
CANDIDATES = 20  # best pairs kept for an item, from either side
ADJACENT = 2  # how far around a believed pair further pairs are added

# substitution
RESIDUE = 14  # pairs with more unshared stems than this teach nothing
ALIGNMENT_ROUNDS = 4
NO_SOURCE = 0.3  # how readily a stem is taken to stand for nothing
DOUBT = 1.0  # imagined occurrences in which a stem was replaced otherwise
BELIEVED = 0.3  # least strength of a substitution that is used
WITNESSES = 1.8  # least number of trusted pairs that show it
LEARNT_MOST = 0.8  # a learnt substitution never counts more of the word itself

# context
PRIOR_COUNT = 6.0  # imagined pairs in which surroundings say nothing
WITNESS = 0.5  # a pair believed this far teaches
NOTICED = 0.05  # a pair believed less is as good as absent
NEIGHBOUR_REACH = 3  # items on either side
SAME_WAY = 1.0  # a neighbour whose counterpart stands on the same side
OTHER_WAY = 0.6  # on the other side
SLACK = 0.25  # how fast a neighbour counts less when its distance changed
SUPPORT_STEPS = (0.02, 0.1, 0.25, 0.45)
SHIFT_STEPS = (0.02, 0.05, 0.12, 0.3)  # in shares of the edition's length
NEIGHBOUR_CAP = 3.0  # log odds; so are the next two
PLACE_CAP = 2.0
SECTION_CAP = 3.0
SECTION_LEVELS = 3  # levels of titles told apart
SECTION_DOUBT = 2.0  # imagined items that left the section for anywhere
ROUNDS = 3  # of belief and surroundings, before and after substitutions are learnt

# log odds of a pair by its texts
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
# log odds added by the surroundings while belief settles
CONTEXT = {"section": 0.5, "neighbours": 0.6, "place": 0.25}

# log odds shown as the score
FINAL = {
    "bias": 0.7,
    "text": 0.7,
    "smaller_text_margin": 0.25,
    "margins": 0.25,
    "neighbours": 0.2,
    "part": -0.9,
    "tie": -2.5,
}
TIE = 0.6  # a lead of log odds from which it is no tie
ENOUGH = 1.0  # log odds by text above which more of it tells no more
NO_COUNTERPART = -2.5  # log odds of the rival that is always there: having no counterpart
MARGIN_CAP = 4.0
USUAL_RATE = 0.33  # share of items with a counterpart under which all pairs are doubted
SCARCITY = 1.5  # how much

# splits and merges
PART_ODDS = -3.0  # least log odds of a part with its whole
PART_INSIDE = 0.3  # least share of a part that its whole expresses
PART_GAIN = 0.08  # least share of the whole that each part alone expresses
PARTS_MOST = 5

# domains
DOMAIN = {"bias": -3.7, "most": 4.0, "least": 3.0, "title": 3.0, "content": 4.0}
ANY_KINSHIP = 0.1  # less in common than this is nothing
DOMAIN_SHARE = 0.4  # a further row needs this share of either domain's criteria

# rows
STAY = 6.0  # pairs with log odds under minus this are never assigned
PROPOSE = 0.05  # least score of a row that is shown
BEST = 5  # candidates listed for an item
SUREST = 2  # of which so many are taken by score, the others by promise
HINT = 0.2  # how much of the surroundings the promise counts
SPEAKS = 0.5  # least log odds of surroundings that a reason mentions
LOPSIDED = 0.3  # least difference of coverage that a reason mentions
SIMILAR_TITLE = 0.3  # least likeness of titles that a reason mentions
CLOSE = 0.5  # a rival with this share of a row's score is named
ACCEPT = 0.65  # default threshold: precision 0.95 or better, by histories left out in turn
