"""Figures of one thing told twice, two digits of one in the wrong order: 3.42公斤毒品, 这批重3.24公斤的毒品."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from claims.claim import Claim
from expectations.blocks import Block
from expectations.parted import parted
from expectations.restated import sums_up
from expectations.same import differ, is_level, is_result, is_time, is_worded
from expectations.words import LAST_YEAR, after, before, grams, of_two

DIGITS = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")
FEWEST = 3  # digits; of fewer, two figures are each other's turned round by chance
SURELY = 5  # digits that two figures of one unit hardly have by chance
THESE = re.compile("(?:这|上述|前述|全部)(?:约|近|超过?)?$")  # 在这63起事故中
OPENS = re.compile("(?:^|[。！？：:“])\\W*$")
IS = re.compile("(?:既|不仅|不只)?是|[，,]?(?:的背后|说明|意味着|来之不易)")
TAKEN_UP = re.compile("(?:^|[，,。；;：:“、])[^，,。；;\\d]{0,8}?(?:实际)?(?P<done>[一-鿿]{2})的$")
TAKE_PART = ("参赛", "参加", "参会", "参展", "报名", "到会")
VAGUE = grams("万元亿元人次以上以下左右全市全县全省目前累计共计达到其中平均")
OTHERS = re.compile("去年|上年|同期|增|减|比(?!如)|较|另|其余|目标|计划")
AMONG = re.compile("的?[一-鿿]{1,6}[中里](?=[，,])")
GROUP = re.compile("(?:[^，,。]{1,14}[，,])?[^，,。；;\\d]{1,8}的(?P<of>[一-鿿]{2,6})(?:里|中|当中)[，,]")
PERSONS = frozenset(("人", "名", "位"))
SHORT = 8  # characters behind a figure that name what it counts


def swapped(block: Block) -> Iterator[tuple[Claim, Claim]]:
    """Each such pair of an article, where no third figure is either of them again."""
    rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for one in block.claims:
        named = is_worded(one) or _points_back(one)
        named &= not sums_up(one) or _of_group(one) or len(_digits(one).replace(".", "")) >= SURELY
        apart = (one.former and not _among(one)) or one.hedge or (is_time(one) and not one.measure.endswith("天数"))
        if is_level(one) and is_result(one) and named and not apart:
            rows[one.document, "".join(sorted(_digits(one)))].append(one)
    told = Counter((one.document, _digits(one)) for one in block.claims)
    for row in rows.values():
        if len(row) != 2 or any(told[one.document, _digits(one)] > 1 for one in row):
            continue
        if not _turned(*row) or not _of_one(*row):
            continue
        if len(_digits(row[0]).replace(".", "")) >= FEWEST or _points_back(row[1]):
            yield row[0], row[1]


def _points_back(one: Claim) -> bool:
    return THESE.search(before(one, 6)) is not None or _opens(one)


def _opens(one: Claim) -> bool:
    """Whether a figure at the head of a sentence is spoken of as one told before: 418.6万人次是对我们的信任."""
    return OPENS.search(before(one, 4)) is not None and IS.match(after(one, 6).removeprefix(one.unit)) is not None


def _is_of(one: Claim) -> bool:
    """Whether a figure describes what is spoken of as told: 面对321.8万人次的年度客流."""
    return after(one, 4).removeprefix(one.unit).startswith("的")


def _among(one: Claim) -> bool:
    """Whether a figure is spoken of as all of those told: 3826件案件中."""
    return AMONG.match(after(one, 10).removeprefix(one.unit)) is not None


def _of_group(one: Claim) -> bool:
    """Whether a sum is told of a group named at the head of its sentence: 今年破获的案件里，…，一共948起."""
    return GROUP.match(one.sentence) is not None


def _digits(one: Claim) -> str:
    match = DIGITS.search(one.text)
    return "" if match is None else match.group().replace(",", "").replace("，", "").replace("．", ".")


def _turned(a: Claim, b: Claim) -> bool:
    """Whether two neighbouring digits of one, put the other way round, are the other, in the same scale."""
    left, right = _digits(a), _digits(b)
    if left == right or len(left) != len(right) or a.text.replace(left, "") != b.text.replace(right, ""):
        return False
    apart = [at for at in range(len(left)) if left[at] != right[at]]
    if THESE.search(before(b, 6)) is not None and a.measure_key == b.measure_key.removesuffix("中"):
        return sorted(left) == sorted(right)  # 网上立案13847件。…上述13478件网上立案中
    return len(apart) == 2 and left[apart[0]] == right[apart[1]] and left[apart[1]] == right[apart[0]]


def _of_one(a: Claim, b: Claim) -> bool:
    """Whether both tell how much of a thing there is that each names, in sentences of their own."""
    days = a.measure.endswith("天数") and _among(b) and "天" in after(b, SHORT)  # 优良天数312天。…312个优良天里
    if a.sentence_start == b.sentence_start or not (days or (_unit_alike(a.unit, b.unit) and a.kind == b.kind)):
        return False
    if _taken_up(a, b) or _of_all(a, b):
        return True
    these = THESE.search(before(b, 6)) is not None  # 上述13478件
    if differ(a.period, b.period) and not (these and "period" in b.inferred):
        return False
    if differ(a.place, b.place) and not ("place" in b.inferred and _among(b)):
        return False
    told = before(a, 12) + before(b, 12)
    if a.period == b.period != "":
        told = LAST_YEAR.sub("", told)  # 去年查办案件3286件。…去年全市立案办结的3826件案件中
    if OTHERS.search(told) or ("其中" in told and not these):
        return False
    names = _named(a), _named(b)
    shared = (names[0] & names[1]) - VAGUE
    if a.section == "headline" and a.unit == b.unit != "" and a.measure[-2:] == b.measure[-2:] and not parted(a, b):
        return True  # 家门口添了127处球场。…新建改建球场172处
    if of_two(a.measure, b.measure) and not (_among(b) and a.period == b.period != "" and a.unit == b.unit):
        return False
    digits = len(_digits(a).replace(".", ""))
    same_point = _digits(a).find(".") == _digits(b).find(".")  # 21.252亿元 and 2.1252亿元: 55% and 5.5% of one
    if digits >= SURELY - (_opens(b) or _is_of(b)) and a.unit == b.unit != "" and same_point:
        return True
    likely = digits > FEWEST or a.kind != "count" or len(shared) * 2 >= min(map(len, names))
    all_of = _among(b) and a.period == b.period != ""  # 去年的4.87万笔通办业务当中
    return bool(shared) and (_points_back(b) or (likely and (all_of or a.unit != b.unit or not parted(a, b))))


def _taken_up(a: Claim, b: Claim) -> bool:
    """Whether the later figure is told as of what was done, or of those there: 受理5184件。…受理的5184件案件呈现…."""
    done = TAKEN_UP.search(before(b, 16))
    if done is None or a.unit != b.unit or b.kind != "count" or len(_digits(b)) <= FEWEST or a.start > b.start:
        return False
    said = a.measure.startswith(done["done"]) and a.period != "" and not differ(a.period, b.period)
    took_part = done["done"] in TAKE_PART and a.measure[-2:] == b.measure[-2:] and _among(b)
    return said or took_part


def _of_all(a: Claim, b: Claim) -> bool:
    """Whether the later figure sums up the kinds of what the earlier is of, or has as many digits as hardly agree.

    端掉984起电诈案件。…今年破获的案件里，刷单返利412起，…，一共948起.
    """
    if not sums_up(b) or a.unit != b.unit or not a.unit or a.start > b.start or a.former:
        return False
    group = GROUP.match(b.sentence)
    named = group is not None and group["of"][-2:] in a.measure + after(a, SHORT) and a.paragraph < b.paragraph
    return named or len(_digits(b).replace(".", "")) >= SURELY


def _unit_alike(one: str, other: str) -> bool:
    """Whether two units are one, one of them with the thing it counts (张, 张床位), or left out."""
    return not (one and other) or one.startswith(other) or other.startswith(one) or {one, other} <= PERSONS


def _named(one: Claim) -> frozenset[str]:
    """The pairs of characters of a figure's measure, of the words behind it, and of what its unit counts (张床位)."""
    behind = re.split("[，,。；;、]", after(one, SHORT).removeprefix(one.unit))[0]
    return grams(one.measure) | grams(behind) | (grams(one.unit[1:]) if len(one.unit) > len("张") + 1 else frozenset())
