"""Proportions told in the text: the structure of an economy in three numbers, incomes of town to country as x : 1."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from claims.claim import Claim, Mention
from claims.interval import Interval
from expectations.blocks import Block
from expectations.passages import found
from expectations.same import differ, is_level, is_result

# 三次产业结构由上年的6.7:42.1:51.2调整为6.5:42.0:51.5
STRUCTURE = re.compile(r"(?<![\d.:：∶])\d{1,2}(?:\.\d{1,2})?(?:\s?[:：∶]\s?\d{1,2}(?:\.\d{1,2})?){2}(?![\d:：∶])")
COLON = re.compile(r"\s?[:：∶]\s?")
SECTORS = re.compile("(?:三次|三大|一二三)产业[^。；;]{0,40}$")
FINE, ROUGH = Fraction(2, 10), Fraction(2)  # by which rounding lets shares with and without a decimal miss 100, at most
RATIO = re.compile(
    r"(?P<name>城乡(?:居民)?[^，,。；;\d]{0,10}收入之?比(?:值|例)?|生师比)(?:[^，,。；;\d]{0,4}由[^，,。；;]{0,14}?)?"
    r"[^，,。；;\d]{0,6}?(?:为|是|至|到|达)(?P<ratio>\d{1,2}(?:\.\d{1,2})?)(?![\d.%])(?:\s?[:：∶比]\s?1(?!\d))?"
)
WIDER = re.compile("全国|全省|全区|全市|全球")
TOWN, COUNTRY = re.compile("^城镇.*收入"), re.compile("^(?:农村|乡村).*收入")
PUPILS, TEACHERS = re.compile("在校(?:学)?生"), re.compile("专任教师|教师总数")
SOME = re.compile("新增|招收|毕业|引进|录取|其中")


@dataclass(frozen=True, slots=True)
class Proportion:
    """A ratio of the text, where it stands, with the two levels that it compares."""

    place: Mention
    name: str
    ratio: Interval
    of: Claim
    to: Claim


def structures(block: Block) -> Iterator[tuple[Mention, Sequence[str], Fraction]]:
    """The three numbers of each structure of an economy, and how much rounding lets their sum miss 100."""
    for place, match in found(block, STRUCTURE, "structure", ("产业",)):
        if SECTORS.search(place.sentence[: place.start - place.sentence_start]) is not None:
            yield place, COLON.split(match.group()), FINE if "." in match.group() else ROUGH


def proportions(block: Block) -> Iterator[Proportion]:
    """The ratios of incomes of town to country, or of students to teachers, with the one level of each.

    Where one of an article fits, the others are of other times.
    """
    found_by: dict[tuple[str, str], list[Proportion]] = defaultdict(list)
    for one in _proportions(block):
        found_by[one.place.document, one.name[0]].append(one)
    for row in found_by.values():
        fits = [one for one in row if one.ratio.meets(Interval.point(Fraction(one.of.value) / Fraction(one.to.value)))]
        yield from fits or row


def _proportions(block: Block) -> Iterator[Proportion]:
    for place, match in found(block, RATIO, "ratio", ("收入比", "收入之比", "生师比")):
        told = [one for one in block.claims if one.document == place.document and is_level(one) and is_result(one)]
        told = [one for one in told if not one.former and not one.hedge]
        town = match["name"].startswith("城")
        of, to = (_only(told, kind, town) for kind in ((TOWN, COUNTRY) if town else (PUPILS, TEACHERS)))
        if not town and "算" not in place.sentence[: place.start - place.sentence_start]:
            continue  # by the official ratio students and teachers of some kinds count for more or less than one
        wider = WIDER.findall(place.sentence[: place.start - place.sentence_start])
        if of is None or to is None or differ(of.period, to.period):
            continue
        if all(word in of.sentence or word in to.sentence for word in wider):
            half = Fraction(1, 2 * 10 ** len(match["ratio"].partition(".")[2]))
            value = Fraction(match["ratio"])
            yield Proportion(place, match["name"], Interval.of(value - half, value + half), of, to)


def _only(told: Sequence[Claim], kind: re.Pattern[str], town: bool) -> Claim | None:
    """The one level of a kind that an article tells; None where there are several, or none."""
    row = [one for one in told if kind.search(one.measure) and one.kind == ("rate" if town else "count")]
    row = row if town else [one for one in row if not SOME.search(one.measure)]
    return row[0] if len({one.value for one in row}) == 1 else None
