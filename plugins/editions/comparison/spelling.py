"""Spellings of one English word: British, American and Oxford forms brought to one form; names; misspellings.

Only pairs that a rule or a list below names are one word; two words that merely look alike stay two. The lists follow
the American and British entries of Merriam-Webster and the Oxford English Dictionary. A unit (metre, litre), which
spells like a device (meter), is one word as well: ``meter`` for the device is not written ``metre`` by anyone.
"""

from __future__ import annotations

import re
from functools import lru_cache

# -ise/-ize and -yse/-yze: any verb with four letters or more before the ending; "size", "prise" and "rise" are shorter.
_ISE = re.compile(r"(?<=[a-z]{4})is(?=(?:e|ed|er|ers|es|ing|able|ation|ations|ational|ationally)$)")
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
# Words from Greek and Latin in which American spelling has one vowel of two.
_TWO_VOWELS = re.compile(
    r"^(?:anaem|anaesth|archaeo|caesar|diarrhoe|encyclopaed|foet|gynaec|haem|ischaem|leukaem|mediaev|oedem|oesophag|"
    r"oestr|orthopaed|paediatr)"
)
_DOUBLED = re.compile(rf"^({_DOUBLING_STEMS})l(ed|ing|er|ers|or|ors)$")

_PAIRS = {
    "acknowledgement": "acknowledgment",
    "acknowledgements": "acknowledgments",
    "adviser": "advisor",
    "advisers": "advisors",
    "aeroplane": "airplane",
    "afterwards": "afterward",
    "ageing": "aging",
    "aluminium": "aluminum",
    "amidst": "amid",
    "amongst": "among",
    "an": "a",
    "analogue": "analog",
    "analogues": "analogs",
    "artefact": "artifact",
    "artefacts": "artifacts",
    "benefitted": "benefited",
    "biassed": "biased",
    "burnt": "burned",
    "café": "cafe",
    "cafés": "cafes",
    "catalogue": "catalog",
    "catalogued": "cataloged",
    "catalogues": "catalogs",
    "cataloguing": "cataloging",
    "cheque": "check",
    "cheques": "checks",
    "connexion": "connection",
    "coöperate": "cooperate",
    "cypher": "cipher",
    "cyphers": "ciphers",
    "cyphertext": "ciphertext",
    "defence": "defense",
    "defences": "defenses",
    "dialogue": "dialog",
    "dialogues": "dialogs",
    "disc": "disk",
    "discs": "disks",
    "enquiries": "inquiries",
    "enquiry": "inquiry",
    "enrol": "enroll",
    "enrolment": "enrollment",
    "enrolments": "enrollments",
    "façade": "facade",
    "façades": "facades",
    "focussed": "focused",
    "focusses": "focuses",
    "focussing": "focusing",
    "fulfil": "fulfill",
    "fulfilment": "fulfillment",
    "fulfils": "fulfills",
    "grey": "gray",
    "instalment": "installment",
    "instalments": "installments",
    "instil": "instill",
    "jewellery": "jewelry",
    "judgement": "judgment",
    "judgements": "judgments",
    "learnt": "learned",
    "licence": "license",
    "licenced": "licensed",
    "licences": "licenses",
    "likeable": "likable",
    "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers",
    "marvellous": "marvelous",
    "maths": "math",
    "mould": "mold",
    "moveable": "movable",
    "naïve": "naive",
    "offence": "offense",
    "offences": "offenses",
    "orientated": "oriented",
    "percent": "%",
    "plough": "plow",
    "practise": "practice",
    "practised": "practiced",
    "practises": "practices",
    "practising": "practicing",
    "pretence": "pretense",
    "preventative": "preventive",
    "programme": "program",
    "programmes": "programs",
    "routeing": "routing",
    "rôle": "role",
    "rôles": "roles",
    "sceptical": "skeptical",
    "sizeable": "sizable",
    "skilful": "skillful",
    "spelt": "spelled",
    "sulphate": "sulfate",
    "sulphur": "sulfur",
    "targetted": "targeted",
    "targetting": "targeting",
    "towards": "toward",
    "transferrable": "transferable",
    "tyre": "tire",
    "tyres": "tires",
    "upwards": "upward",
    "useable": "usable",
    "whilst": "while",
    "wilful": "willful",
    "woollen": "woolen",
    # A verb follows how its subject is counted, and "data is" and "the team are" are custom.
    "are": "is",
    "were": "was",
    "have": "has",
    "does": "do",
    # A number is the same in words (ISO/IEC Directives, Part 2:2021, 9.1); "one" is a pronoun as well.
    **{
        word: str(number)
        for number, word in enumerate(
            ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
        )
    },
}
_CONTRACTED = {"n't": "not", "'re": "is", "'ll": "will", "'ve": "has"}
_IRREGULAR = {"ca": "can", "wo": "will", "sha": "shall"}
# Of a noun, 's may be a genitive.
_CONTRACTED_IS = frozenset("it's that's there's here's what's who's he's she's".split())

# Common misspellings. A rule for typing errors would take "causal" for "casual"; a list does not.
_MISSPELLINGS = {
    "accomodate": "accommodate",
    "acess": "access",
    "acheive": "achieve",
    "acknowlege": "acknowledge",
    "adress": "address",
    "authentification": "authentication",
    "availible": "available",
    "begining": "beginning",
    "beleive": "believe",
    "comming": "coming",
    "commited": "committed",
    "compatability": "compatibility",
    "concensus": "consensus",
    "consistant": "consistent",
    "curently": "currently",
    "definately": "definitely",
    "dependancies": "dependencies",
    "dependancy": "dependency",
    "embarass": "embarrass",
    "enviroment": "environment",
    "excercise": "exercise",
    "existance": "existence",
    "foriegn": "foreign",
    "fourty": "forty",
    "freqently": "frequently",
    "goverment": "government",
    "guarentee": "guarantee",
    "happend": "happened",
    "heirarchy": "hierarchy",
    "immediatly": "immediately",
    "implemention": "implementation",
    "independant": "independent",
    "lenght": "length",
    "liason": "liaison",
    "maintainance": "maintenance",
    "managment": "management",
    "neccessary": "necessary",
    "noticable": "noticeable",
    "occured": "occurred",
    "occurence": "occurrence",
    "occuring": "occurring",
    "occurrance": "occurrence",
    "paralell": "parallel",
    "persistant": "persistent",
    "posession": "possession",
    "preceeding": "preceding",
    "prefered": "preferred",
    "priviledge": "privilege",
    "priviledges": "privileges",
    "propogate": "propagate",
    "publically": "publicly",
    "recieve": "receive",
    "recieved": "received",
    "recomend": "recommend",
    "recomended": "recommended",
    "recommanded": "recommended",
    "refered": "referred",
    "relevent": "relevant",
    "resistence": "resistance",
    "responsability": "responsibility",
    "responsable": "responsible",
    "seperate": "separate",
    "seperated": "separated",
    "seperately": "separately",
    "similiar": "similar",
    "succesful": "successful",
    "succesfully": "successfully",
    "sucessful": "successful",
    "suprise": "surprise",
    "teh": "the",
    "thier": "their",
    "threshhold": "threshold",
    "transfered": "transferred",
    "truely": "truly",
    "unneccessary": "unnecessary",
    "untill": "until",
    "verfication": "verification",
    "wether": "whether",
    "wheter": "whether",
    "wich": "which",
    "writting": "writing",
}
# Words that name something else when they begin with a capital.
NAMES = frozenset(
    "access amazon apple april august bash bill chrome china edge excel go god frank "
    "java job mark march mars may mercury office oracle outlook polish python reading ruby rust slack swift teams "
    "turkey will windows word zoom".split()
)
_TEX_SYNONYMS = {"\\leq": "\\le", "\\geq": "\\ge", "\\neq": "\\ne", "\\lt": "<", "\\gt": ">", "\\rightarrow": "\\to"}
_BRACED = re.compile(r"([_^]) \{ (\S+) \}")
_TEX = re.compile(r"\\(?:text[a-z]*|mbox|operatorname)\s*\{[^{}]*\}|\\[A-Za-z]+|\\.|\S", re.DOTALL)


def bare_formula(tex: str) -> str:
    """Write a formula without what TeX sets nothing for: blanks, and braces around one sign."""
    return _BRACED.sub(r"\1 \2", " ".join(_TEX_SYNONYMS.get(it, it) for it in _TEX.findall(tex)))


def uncontracted(word: str) -> tuple[str, ...]:
    """The two words of ``don't``, ``they're`` or ``cannot`` in lower case; nothing for other words."""
    if word == "cannot":
        return "can", "not"
    if word in _CONTRACTED_IS:
        return word[:-2], "is"
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
    word = _TWO_VOWELS.sub(lambda match: match[0].replace("ae", "e").replace("oe", "e"), word)
    word = _YSE.sub("yz", word)
    word = _OUR_WORD.sub(lambda match: (match[1] or "") + match[2][:-3] + "or", word)
    word = _RE_WORD.sub(lambda match: f"{match[1]}er{match[2] or ''}", word)
    return _DOUBLED.sub(r"\1\2", word)
