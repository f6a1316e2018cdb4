"""Typing errors: a common word that is written with one slip of a finger.

A slip is two letters that changed places, a letter written twice or left out, and in a long word also another letter or
one too many inside of it. Only words of the list below are recognised, and only from what is no English word itself:
"causal" is not "casual" mended. Both lists were made with the words of Webster's Second International and of GCIDE.
"""

from __future__ import annotations

_LONG = 7  # letters of a word that no other word resembles but for its ending
_SHORTEST = 3

# Words that standards use often.
_COMMON = frozenset(
    (
        "access account action address administrator after agreement algorithm all also analysis and any application "
        "approach approval approve approved are assess assessed assessment asset assure audit authentication "
        "authority authorization automatic available average backup been before behavior being between both boundary "
        "breach business can capability category certificate change check client cloud code collect command committee "
        "communication compliance component computer condition conduct confidential configuration connection consent "
        "consider contact contain content context continue contract control copy correct could create credential "
        "criteria critical cryptographic customer daily data database decision define delete deleted department "
        "deploy deployment describe design destroy detect determine develop development device different digital "
        "directory disclose document documentation documented during each email employee encrypt encrypted encryption "
        "endpoint ensure environment equipment error establish evaluate evaluation event every evidence example "
        "exercise external facility failure feature feedback file firewall following for framework from function "
        "general govern governance guidance had hardware has have identify identity impact implement implementation "
        "important incident include independent individual information informed infrastructure input install "
        "integrity interface internal into inventory issue keep kept knowledge language least level license limit "
        "location logged logging maintain maintenance malicious manage management manager manual material may measure "
        "medium memory message method minimum mitigate model monitor monitoring monthly more most must necessary "
        "network not notify number object obligation occur office only onto operate operation operator organization "
        "original other output over owner package parameter party password patch people perform period permission "
        "person personal personnel physical planning point policy portable possible practice prevent principle "
        "privacy private privilege procedure process processing product production program project protect protected "
        "protection protocol provide provider public purpose quality receive recommend record recorded recovery "
        "reduce reference register regular regulation relevant reliable remote remove removed report reported request "
        "require required requirement resource response responsibility responsible restore restrict result retain "
        "retention review reviewed revoked risk role rotated safety same schedule scope secret section secure "
        "security sensitive separate sequence server service session shall share should significant software some "
        "source specific specify standard statement status storage store stored strategy subject such supplier "
        "support system target technical technology terminate tested testing than that the their them then there "
        "these they third this those threat threshold through timely track traffic trained training transfer "
        "transmission transparency under until update usage user validate validation value vendor verify version very "
        "violation vulnerability was weekly were what when where which while who whose will with within without "
        "workforce would writing written year yearly "
    ).split()
)
# Words, and names, that are one slip away from a common word.
_OTHER_WORDS = frozenset(
    (
        "actin acton adit amy asses aws beach ben bing booth busyness cation clint clod coe coed cold collet commend "
        "commuter concent confection convection convent coud coy crate crete daly deign depleted deportment derision "
        "eery emil employe ensue eternal evacuate evacuation exorcise fie fireball firefall form fro impalement "
        "infernal ino instill interlace interval ket lagging last legging lest licensee locution lodging longing "
        "lugging manal mange manger massage maternal messuage minium moe moore mot mots mst nay nito oner "
        "organisation oto ower panning path paty pint planing planking planting pont potable preform present primacy "
        "primate profess professing projected projection protested prowess pubic recoded reposted repot resister "
        "resorted retin retorted reverence reworded rik roe rotted sare sever soe sope sore stats stowage subsect "
        "suction tack tan tasting tat ten tenting texting thee thorough though three thrid thy tis trailed trailing "
        "treat trough vale waiting wat wee wen whee whiting whitten wile wold writhing yer "
    ).split()
)


def is_typing_error(one: str, other: str) -> bool:
    """Whether one of two words is a common word and the other is that word with a slip of a finger.

    Args:
        one: A word in lower case.
        other: Another one.

    Returns:
        Whether they are one word.
    """
    if one.endswith("s") and other.endswith("s") and min(len(one), len(other)) > _SHORTEST + 2:
        return _is_slip(one, other) or _is_slip(one[:-1], other[:-1])
    return _is_slip(one, other)


def _is_slip(one: str, other: str) -> bool:
    if (one in _COMMON) == (other in _COMMON):
        return False
    word, slip = (one, other) if one in _COMMON else (other, one)
    if len(word) < _SHORTEST or slip in _OTHER_WORDS or not (slip.isascii() and slip.isalpha()):
        return False
    start = 0
    while start < min(len(word), len(slip)) and word[start] == slip[start]:
        start += 1
    end = 0
    while end < min(len(word), len(slip)) - start and word[-1 - end] == slip[-1 - end]:
        end += 1
    right, wrong = word[start : len(word) - end], slip[start : len(slip) - end]
    inside = start > 0 and (end > 1 or (end > 0 and len(word) < _LONG))
    match len(right), len(wrong):
        case 2, 2:
            return right == wrong[::-1]
        case 0, 1:  # a letter too many
            return wrong == slip[start - 1 : start] or (inside and len(word) >= _LONG)
        case 1, 0:  # a letter left out
            return inside and len(word) > _SHORTEST
        case 1, 1:
            return inside and len(word) >= _LONG
    return False
