"""Proportions told in the text: the structure of an economy in three numbers, incomes of town to country as x : 1."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from claims.claim import Claim, Mention
from claims.interval import Interval
from expectations.accounts import accounts
from expectations.blocks import Block
from expectations.passages import found
from expectations.same import differ, is_level, is_result
from expectations.words import lead

# 三次产业结构由上年的6.7:42.1:51.2调整为6.5:42.0:51.5
STRUCTURE = re.compile(r"(?<![\d.:：∶])\d{1,2}(?:\.\d{1,2})?(?:\s?[:：∶]\s?\d{1,2}(?:\.\d{1,2})?){2}(?![\d:：∶])")
OF_YEAR_AGO = re.compile("(?:上年|去年)[^，,。；;\\d]{0,6}$")
SECTOR = re.compile("第([一二三])产业")
NUMBERS = 3
BEFORE_AND_NOW = 2
COLON = re.compile(r"\s?[:：∶]\s?")
SECTORS = re.compile("(?:三次|三大|一二三)产业[^。；;]{0,40}$")
FINE, ROUGH = Fraction(2, 10), Fraction(2)  # by which rounding lets shares with and without a decimal miss 100, at most
RATIO = re.compile(
    r"(?P<name>城乡(?:居民)?[^，,。；;\d]{0,10}收入之?比(?:值|例)?|生师比|师生比|竞争比(?:例)?|报录比|(?<!出生人口)(?<!出生)性别比)"
    r"(?:[（(][^（()）]{0,24}[）)])?(?:[^，,。；;\d]{0,4}由[^，,。；;]{0,14}?)?[^，,。；;\d]{0,6}?(?:为|是|至|到|达)约?"
    r"(?:(?P<ratio>\d{1,3}(?:\.\d{1,2})?)(?![\d.%])(?:\s?[:：∶比]\s?1(?!\d))?(?!\s?[:：∶比]))"
)
INVERSE = re.compile(r"(?P<name>师生比)(?:约?为|是|达到?|约)?1\s?[:：∶比]\s?(?P<ratio>\d{1,2}(?:\.\d{1,2})?)(?![\d.%])")
WIDER = re.compile("全国|全省|全区|全市|全球")
PUPILS, TEACHERS = re.compile("在校(?:学)?生"), re.compile("专任教师|教师总数")
SOME = re.compile("新增|招收|毕业|引进|录取|其中|岗位|类")
OF_ALL, CLAUSE = re.compile("平均|总体|整体|总的?"), re.compile("[，,。；;]")
HUNDRED = 100
WEIGHTED = frozenset("生师")  # officially some students and teachers count for more or less than one
OF_POSTS = frozenset("竞报")  # told of one post as well, and of the posts of one kind
# By the first character of its name: what a ratio is of and is to, whether these are per head, and how many count
# as one.
KINDS = {
    "城": (re.compile("^城镇.*收入"), re.compile("^(?:农村|乡村).*收入"), "rate", 1),
    "生": (PUPILS, TEACHERS, "count", 1),
    "师": (PUPILS, TEACHERS, "count", 1),
    "竞": (re.compile("缴费|报名|报考|过审"), re.compile("招聘|招录|招考|录用"), "count", 1),
    "报": (re.compile("缴费|报名|报考|过审"), re.compile("招聘|招录|招考|录用"), "count", 1),
    "性": (re.compile("^男(?:性|生)?(?:人口)?$"), re.compile("^女(?:性|生)?(?:人口)?$"), "count", HUNDRED),
}


@dataclass(frozen=True, slots=True)
class Proportion:
    """A ratio of the text, where it stands, with the two levels that it compares."""

    place: Mention
    name: str
    ratio: Interval
    of: Claim
    to: Claim
    per: int = 1


def structures(block: Block) -> Iterator[tuple[Mention, Sequence[str], Fraction]]:
    """The three numbers of each structure of an economy, and how much rounding lets their sum miss 100."""
    for place, match in found(block, STRUCTURE, "structure", ("产业",)):
        if _of_sectors(place):
            yield place, COLON.split(match.group()), FINE if "." in match.group() else ROUGH


def shifted(block: Block) -> Iterator[tuple[Claim, str, str]]:
    """The points by which the share of a sector is said to move beside the structure before and now, with its numbers.

    由上年的11.6∶33.2∶55.2调整为11.2∶32.7∶56.1，第三产业比重提高0.9个百分点.
    """
    told: dict[tuple[str, int], list[Sequence[str]]] = defaultdict(list)
    for place, match in found(block, STRUCTURE, "structure", ("产业",)):
        told[place.document, place.sentence_start].append(COLON.split(match.group()))
    for one in block.claims if told else ():
        row = told.get((one.document, one.sentence_start), [])
        sector = SECTOR.search(one.measure + lead(one)) if one.kind == "point_change" and not one.hedge else None
        if sector is not None and len(row) == BEFORE_AND_NOW:
            at = "一二三".index(sector[1])
            yield one, row[0][at], row[1][at]


def of_economy(block: Block) -> Iterator[tuple[Mention, Fraction, Interval, Claim, Claim]]:
    """The numbers of the structure now that its three sectors and all output, as the article tells them, do not give.

    With each the shares that rounding lets it stand for, the sector's output, and all output.
    """
    all_of = [split for split in accounts(block) if split.total.measure.endswith(("生产总值", "GDP"))]
    if len({split.total.value for split in all_of}) != 1 or len(all_of[0].parts) != NUMBERS:
        return
    told = [(place, match) for place, match in found(block, STRUCTURE, "structure", ("产业",)) if _of_sectors(place)]
    told = [(place, match) for place, match in told if not OF_YEAR_AGO.search(_head(place))]
    last = {place.sentence_start: (place, match) for place, match in told}  # 由上年的8.3∶42.2∶49.5变为…
    total = all_of[0].total
    named = {match[1]: one for one in all_of[0].parts if (match := SECTOR.search(one.measure)) is not None}
    parts = [named[nth] for nth in "一二三" if nth in named]
    if len(parts) != NUMBERS:
        return
    for place, match in last.values() if len(last) == 1 else ():
        for text, part in zip(COLON.split(match.group()), parts, strict=True):
            half = Fraction(1, 2 * 10 ** len(text.partition(".")[2])) + (FINE / 2 if "." in text else Fraction(1, 2))
            share = Fraction(part.value) / Fraction(total.value) * HUNDRED
            if abs(share - Fraction(text)) > half:
                yield place, Fraction(text), Interval.of(Fraction(text) - half, Fraction(text) + half), part, total
                return


def _of_sectors(place: Mention) -> bool:
    return SECTORS.search(_head(place)) is not None


def _head(place: Mention) -> str:
    """The words of the sentence before a place."""
    return place.sentence[: place.start - place.sentence_start]


def proportions(block: Block) -> Iterator[Proportion]:
    """The ratios of incomes of town to country, or of students to teachers, with the one level of each.

    Where one of an article fits, or they differ, the others are of other times or groups.
    """
    found_by: dict[tuple[str, str], list[Proportion]] = defaultdict(list)
    for one in _proportions(block):
        found_by[one.place.document, one.name[0]].append(one)
    for row in found_by.values():
        fits = [
            one
            for one in row
            if one.ratio.meets(Interval.point(one.per * Fraction(one.of.value) / Fraction(one.to.value)))
        ]
        yield from fits or (row if len({one.ratio for one in row}) == 1 else ())


def _proportions(block: Block) -> Iterator[Proportion]:
    ratios = found(block, RATIO, "ratio", ("收入比", "收入之比", "生师比", "竞争比", "报录比", "性别比"))
    for place, match in chain(ratios, found(block, INVERSE, "ratio", ("师生比",))):
        told = [one for one in block.claims if one.document == place.document and is_level(one) and is_result(one)]
        told += [one for one in block.claims if one.document == place.document and one.modality == "plan"]
        told = [one for one in told if not one.former and not one.hedge]
        words, to_words, kind, per = KINDS[match["name"][0]]
        of, to = (_only(told, one, kind) for one in (words, to_words))
        if of is None or to is None or differ(of.period, to.period):
            continue
        head = place.sentence[: place.start - place.sentence_start]
        beside = of.sentence_start == to.sentence_start == place.sentence_start
        if match["name"][0] in WEIGHTED and not beside and "算" not in head:
            continue
        if match["name"][0] in OF_POSTS and not OF_ALL.search(CLAUSE.split(head)[-1]):
            continue
        if all(word in of.sentence or word in to.sentence for word in WIDER.findall(head)):
            half = Fraction(1, 2 * 10 ** len(match["ratio"].partition(".")[2]))
            value = Fraction(match["ratio"])
            yield Proportion(place, match["name"], Interval.of(value - half, value + half), of, to, per)


def _only(told: Sequence[Claim], words: re.Pattern[str], kind: str) -> Claim | None:
    """The one level of a kind that an article tells; None where there are several, or none."""
    row = [one for one in told if words.search(one.measure) and one.kind == kind]
    row = row if kind == "rate" else [one for one in row if one.unit and not SOME.search(one.measure)]
    return row[0] if len({one.value for one in row}) == 1 else None
