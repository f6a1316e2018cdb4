"""Spellings of one English word: British, American and Oxford forms brought to one form; names; typing errors.

Only pairs that a rule or a list below names are one word; two words that merely look alike stay two. The lists follow
the American and British entries of Merriam-Webster and the Oxford English Dictionary. A unit (metre, litre), which
spells like a device (meter), is one word as well: ``meter`` for the device is not written ``metre`` by anyone.
"""

from __future__ import annotations

import re
from functools import lru_cache

# -ise/-ize and -yse/-yze: any verb with four letters or more before the ending; "size", "prise" and "rise" are shorter.
_ISE = re.compile(r"(?<=[a-z]{4})is(?=(?:e|ed|er|ers|es|ing|able|ation|ations|ational)$)")
_YSE = re.compile(r"(?<=[a-z]{2}l)ys(?=(?:e|ed|er|ers|es|ing)$)")
# Words that end like the verbs above but are never written with z.
_NEVER_Z = re.compile(
    r"^(?:advertis|compris|compromis|disguis|enterpris|exercis|expertis|franchis|improvis|merchandis|otherwis|"
    r"paradis|precis|premis|promis|supervis|surpris|televis|treatis)"
)
_OUR_STEMS = (
    "ardour|armour|behaviour|candour|clamour|colour|demeanour|endeavour|favour|fervour|flavour|glamour|harbour|honour|"
    "humour|labour|misdemeanour|neighbour|odour|parlour|rancour|rigour|rumour|saviour|savour|splendour|tumour|valour|"
    "vapour|vigour"
)
_OUR_WORD = re.compile(rf"^(dis|mis|un|re|en)?({_OUR_STEMS})")
_RE_WORD = re.compile(r"^((?:centi|deci|kilo|milli|epi|ther)?(?:cent|calib|fib|lit|lust|mit|met|spect|theat))re(s|d)?$")
_DOUBLING_STEMS = (
    "cancel|channel|counsel|dial|equal|fuel|funnel|initial|label|level|marshal|model|panel|pencil|quarrel|relabel|"
    "remodel|signal|total|travel|tunnel"
)
_DOUBLED = re.compile(rf"^({_DOUBLING_STEMS})l(ed|ing|er|ers)$")

_PAIRS = {
    "acknowledgement": "acknowledgment",
    "acknowledgements": "acknowledgments",
    "aeroplane": "airplane",
    "ageing": "aging",
    "aluminium": "aluminum",
    "an": "a",
    "analogue": "analog",
    "analogues": "analogs",
    "archaeology": "archeology",
    "artefact": "artifact",
    "artefacts": "artifacts",
    "catalogue": "catalog",
    "catalogued": "cataloged",
    "catalogues": "catalogs",
    "cataloguing": "cataloging",
    "cheque": "check",
    "cheques": "checks",
    "defence": "defense",
    "defences": "defenses",
    "dialogue": "dialog",
    "dialogues": "dialogs",
    "encyclopaedia": "encyclopedia",
    "enquiries": "inquiries",
    "enquiry": "inquiry",
    "enrol": "enroll",
    "enrolment": "enrollment",
    "enrolments": "enrollments",
    "fulfil": "fulfill",
    "fulfils": "fulfills",
    "fulfilment": "fulfillment",
    "grey": "gray",
    "instalment": "installment",
    "instalments": "installments",
    "judgement": "judgment",
    "judgements": "judgments",
    "licence": "license",
    "licences": "licenses",
    "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers",
    "mould": "mold",
    "offence": "offense",
    "offences": "offenses",
    "paediatric": "pediatric",
    "percent": "%",
    "practise": "practice",
    "practised": "practiced",
    "practises": "practices",
    "practising": "practicing",
    "pretence": "pretense",
    "programme": "program",
    "programmes": "programs",
    "sceptical": "skeptical",
    "skilful": "skillful",
    "sulphur": "sulfur",
    "towards": "toward",
    "tyre": "tire",
    "tyres": "tires",
    "whilst": "while",
    "amongst": "among",
    "wilful": "willful",
    # A number is the same in words (ISO/IEC Directives, Part 2:2021, 9.1); "one" is a pronoun as well.
    **{
        word: str(number)
        for number, word in enumerate(
            ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
        )
    },
}
# Units of time by their symbols (ISO 80000-3) and in the singular, after a number.
UNITS = {
    **dict.fromkeys(("h", "hr", "hrs", "hour"), "hours"),
    **dict.fromkeys(("min", "mins", "minute"), "minutes"),
    **dict.fromkeys(("s", "sec", "secs", "second"), "seconds"),
    **dict.fromkeys(("ms", "millisecond"), "milliseconds"),
}
_CONTRACTED = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have"}
_IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall"}

# Common misspellings. A rule for typing errors would take "causal" for "casual"; a list does not.
_MISSPELLINGS = {
    "accomodate": "accommodate",
    "acess": "access",
    "adress": "address",
    "availible": "available",
    "commited": "committed",
    "compatability": "compatibility",
    "consistant": "consistent",
    "definately": "definitely",
    "enviroment": "environment",
    "existance": "existence",
    "goverment": "government",
    "guarentee": "guarantee",
    "independant": "independent",
    "maintainance": "maintenance",
    "managment": "management",
    "neccessary": "necessary",
    "occured": "occurred",
    "occurence": "occurrence",
    "persistant": "persistent",
    "priviledge": "privilege",
    "priviledges": "privileges",
    "publically": "publicly",
    "recieve": "receive",
    "recieved": "received",
    "recomended": "recommended",
    "refered": "referred",
    "relevent": "relevant",
    "responsability": "responsibility",
    "seperate": "separate",
    "seperated": "separated",
    "seperately": "separately",
    "succesful": "successful",
    "sucessful": "successful",
    "teh": "the",
    "threshhold": "threshold",
    "transfered": "transferred",
    "untill": "until",
    "wich": "which",
}


# Compounds that are written with a hyphen or without. A rule for hyphens would take "resign" for "re-sign".
_COMPOUNDS = re.compile(
    r"^(e-mail|on-line|off-line|web-site|co-operat|co-ordinat|re-use|re-usable|re-evaluat|re-assess|re-train|re-test|"
    r"sub-system|data-base|log-file|user-name|pass-word|data-set|work-flow|life-cycle|time-stamp|check-list|"
    r"back-up|cyber-security|log-in|real-time)",
    re.IGNORECASE,
)
# Words that name something else when they begin with a capital.
NAMES = frozenset(
    "access amazon apple april august bash bill chrome china edge excel go god frank "
    "java job mark march mars may mercury office oracle outlook polish python reading ruby rust slack swift teams "
    "turkey will windows word zoom".split()
)
_TEX_SYNONYMS = {"\\leq": "\\le", "\\geq": "\\ge", "\\neq": "\\ne", "\\lt": "<", "\\gt": ">", "\\rightarrow": "\\to"}
_BRACED = re.compile(r"([_^]) \{ (\S+) \}")
_TEX = re.compile(r"\\(?:text[a-z]*|mbox|operatorname)\s*\{[^{}]*\}|\\[A-Za-z]+|\\.|\S", re.DOTALL)


def joined_spelling(word: str) -> str:
    """Write a compound that has a form with a hyphen and one without in the latter."""
    return _COMPOUNDS.sub(lambda match: match[0].replace("-", ""), word) if "-" in word else word


def bare_formula(tex: str) -> str:
    """Write a formula without what TeX sets nothing for: blanks, and braces around one sign."""
    return _BRACED.sub(r"\1 \2", " ".join(_TEX_SYNONYMS.get(it, it) for it in _TEX.findall(tex)))


def uncontracted(word: str) -> tuple[str, ...]:
    """The two words of ``don't``, ``they're`` or ``cannot`` in lower case; nothing for other words."""
    if word == "cannot":
        return "can", "not"
    stem, ending = word[:-3], _CONTRACTED.get(word[-3:])
    return (_IRREGULAR.get(stem, stem), ending) if stem and ending else ()


@lru_cache(maxsize=4096)
def one_spelling(word: str) -> str:
    """Bring the spellings of a word to one form.

    Args:
        word: A word in lower case.

    Returns:
        One form for all spellings of the word; the word itself if it has only one.
    """
    word = _MISSPELLINGS.get(word, word)
    if word in _PAIRS:
        return _PAIRS[word]
    if not _NEVER_Z.match(word):
        word = _ISE.sub("iz", word)
    word = _YSE.sub("yz", word)
    word = _OUR_WORD.sub(lambda match: (match[1] or "") + match[2][:-3] + "or", word)
    word = _RE_WORD.sub(lambda match: f"{match[1]}er{match[2] or ''}", word)
    return _DOUBLED.sub(r"\1\2", word)
