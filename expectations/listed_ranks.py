"""A place in an order beside the list that shows it: 高新区增速列全市第二, and the growth of all six districts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from claims.claim import Mention
from expectations.blocks import Block
from expectations.numerals import whole
from expectations.passages import found

AREA = "[一-鿿]{1,5}?[区县市州旗镇乡]"
# 东湖区6.8%，临江县6.5%，…: items of one list in one sentence.
RUN = re.compile(
    rf"(?:(?:{AREA})(?:同比)?(?:增长|为)?\d+(?:\.\d+)?%[，,、；;]\s*){{3,}}(?:{AREA})(?:同比)?(?:增长|为)?\d+(?:\.\d+)?%"
)
# 江南区412.5亿元，增长8.1%；: an item a line.
LINE = re.compile(rf"(?m)^\s*(?P<name>{AREA})\d[^，,\n]{{0,12}}[，,](?:同比)?增长(?P<value>\d+(?:\.\d+)?)%")
ITEM = re.compile(rf"(?P<name>{AREA})(?:同比)?(?:增长|为)?(?P<value>\d+(?:\.\d+)?)%")
PLACED = re.compile(
    rf"(?P<name>{AREA})[^，,。；;\n]{{0,6}}增速[^，,。；;\d]{{0,3}}(?:位?列|位?居|排名?|排在)全(?:市|省|区|县|州)"
    r"第(?P<rank>\d{1,2}|[一二三四五六七八九十]{1,2})"
)
# 云溪县虽然水泥产量下滑，…，增速在五个县（市、区）中排在第三位
PLACED_LATER = re.compile(
    rf"(?:^|(?<=[。\n]))(?P<name>{AREA})(?:虽|尽管|由于|因|受|得益于|依托|凭借)[^。\n%％]{{0,60}}[，,]增速在[^，,。；;]{{2,14}}"
    r"(?:位?列|位?居|排名?|排在)第(?P<rank>\d{1,2}|[一二三四五六七八九十]{1,2})(?:位|名)?"
)
FEWEST = 4
UNBOUNDED = 99  # the worst place of one of a row that is not of all
# Of which the most is not the first.
LEAST_FIRST = "最[少低小短慢]|倒数|从低到高|由低到高|浓度|能耗|事故|死亡|发案|成本|耗时|用时"
# 经济损失居四县之首的平山县, beside 东岭县1.38亿元，平山县1.12亿元，…
TOPPED = re.compile(
    rf"在?(?P<what>[一-鿿]{{2,6}}?)(?:位?居|列|排在)(?:全[市县区省州]|[二三四五六七八九十\d]{{1,2}}个?[县市区镇乡州旗])(?:之首|首位|第一)的(?P<name>{AREA})"
)
LISTED = re.compile(
    rf"(?P<head>[^。\n]{{0,40}}?)(?P<row>(?:{AREA}\d+(?:\.\d+)?(?P<unit>[万亿]?(?:[一-鿿]{{1,2}}(?:/[一-鿿]{{1,3}})?|%|℃))[，,、])"
    rf"(?:{AREA}\d+(?:\.\d+)?(?P=unit)[，,、和])+{AREA}\d+(?:\.\d+)?(?P=unit))"
)
UTMOST = re.compile(rf"(?<![一-鿿]以)最(?P<way>[高低多少大小])的[是为](?P<name>{AREA})(?=[，,。；;、])")
# 红岩镇累计雨量为全县最大
UTMOST_OF_ALL = re.compile(
    rf"(?P<name>{AREA})(?P<what>[一-鿿]{{2,6}}?)(?:[为是居列]|位居)全[市县区省州]最(?P<way>[高低多少大小])(?![^，,。；;]{{0,6}}的)"
)
# 江北区以微弱优势排在第二，开发区位列第三: two neighbours of the order, behind the list of what they have
TWO_PLACED = re.compile(
    rf"(?<=[。；;，,\n])(?P<name>{AREA})[^，,。；;\d\n]{{0,10}}?(?:位?列|位?居|排名?|排在)(?P<of>[^，,。；;\d\n]{{0,4}}?)第(?P<rank>[一二三四五六七八九])"
    rf"[位名]?[，,；;](?P<next>{AREA})[^，,。；;\d\n]{{0,10}}?(?:位?列|位?居|排名?|排在|屈居)(?:(?P=of))?第(?P<then>[二三四五六七八九十])"
)
RATED = re.compile("增[速幅长]|[降涨跌]幅|率|比重|人均|均|密度|强度|浓度|指数|满意|得分|最[低少小]|下降|减少")
COUNTED = re.compile("[万亿]?[起件枚人户家辆元台个种次吨亩]|[万亿]?公斤|平方米")
BEFORE_IT = 240  # characters
LISTED_ITEM = re.compile(rf"(?P<name>{AREA})(?P<value>\d+(?:\.\d+)?)(?=[万亿一-鿿])")


@dataclass(frozen=True, slots=True)
class ListedRank:
    """A place told of one area, with the best and the worst place that the list gives it."""

    place: Mention
    words: str
    told: int
    best: int
    worst: int
    shown: tuple[str, ...]


def listed_ranks(block: Block) -> Iterator[ListedRank]:
    """Every rank of an area's growth in an article that lists the growth of four areas and more."""
    for place, match in chain(*(found(block, pattern, "rank", ("增速",)) for pattern in (PLACED, PLACED_LATER))):
        text = block.documents[place.document].text
        growth = _listed(text)
        name = next((one for one in growth if match["name"].endswith(one)), None)
        if name is None or len(growth) < FEWEST:
            continue
        own, values = growth[name], list(growth.values())
        best = 1 + sum(value > own for value in values)
        worst = sum(value >= own for value in values)
        shown = tuple(f"{one} {growth[one]}%" for one in sorted(growth, key=lambda one: -growth[one]))
        yield ListedRank(place, match.group(), whole(match["rank"]), best, worst, shown)


def topped(block: Block) -> Iterator[ListedRank]:
    """Every area said to be first of so many in a measure of which the article lists the figures of all."""
    for place, match in found(block, TOPPED, "rank", ("之首", "首位", "第一")):
        text = block.documents[place.document].text
        lists = [one for one in LISTED.finditer(text) if match["what"] in one["head"]]
        values = (
            {item["name"]: Decimal(item["value"]) for item in LISTED_ITEM.finditer(lists[0]["row"])} if lists else {}
        )
        name = next((one for one in values if match["name"].endswith(one)), None)
        if name is None or len(lists) != 1:
            continue
        best = 1 + sum(value > values[name] for value in values.values())
        worst = sum(value >= values[name] for value in values.values())
        shown = tuple(f"{one} {values[one]}{lists[0]['unit']}" for one in sorted(values, key=lambda one: -values[one]))
        yield ListedRank(place, match.group(), 1, best, worst, shown)


def superlatives(block: Block) -> Iterator[ListedRank]:
    """Every area said to have the most or least of what the list right before it tells: 其中浓度最低的是甲县."""
    for place, match in chain(*(found(block, pattern, "rank", ("最",)) for pattern in (UTMOST, UTMOST_OF_ALL))):
        what = match.groupdict().get("what") or ""
        text = block.documents[place.document].text[max(0, place.start - BEFORE_IT) : place.start]
        lists = list(LISTED.finditer(text))
        if not lists or "\n" in text[lists[-1].end() :] or (what and what[-2:] not in lists[-1].group()):
            continue
        row = lists[-1]
        values = {item["name"]: Decimal(item["value"]) for item in LISTED_ITEM.finditer(row["row"])}
        name = next((one for one in values if match["name"].endswith(one)), None)
        if name is None:
            continue
        sign = 1 if match["way"] in "高多大" else -1
        best = 1 + sum(sign * value > sign * values[name] for value in values.values())
        worst = sum(sign * value >= sign * values[name] for value in values.values())
        ordered = sorted(values, key=lambda one: -sign * values[one])
        shown = tuple(f"{one} {values[one]}{row['unit']}" for one in ordered)
        yield ListedRank(place, match.group(), 1, best, worst, shown)


def placed_in_turn(block: Block) -> Iterator[ListedRank]:
    """Every two areas placed right behind one another that the list before has the other way round."""
    for place, match in found(block, TWO_PLACED, "rank", ("第",)):
        text = block.documents[place.document].text[max(0, place.start - BEFORE_IT) : place.start]
        lists = list(LISTED.finditer(text))
        told = whole(match["rank"]), whole(match["then"])
        if not lists or told[1] - told[0] != 1 or "\n" in text[lists[-1].end() :]:
            continue
        row = lists[-1]
        values = {item["name"]: Decimal(item["value"]) for item in LISTED_ITEM.finditer(row["row"])}
        first, then = (next((one for one in values if match[key].endswith(one)), "") for key in ("name", "next"))
        if not COUNTED.fullmatch(row["unit"]) or RATED.search(text[row.start() :] + match.group()):
            continue
        if not first or not then or values[first] >= values[then]:
            continue
        shown = tuple(f"{one} {values[one]}{row['unit']}" for one in sorted(values, key=lambda one: -values[one]))
        yield ListedRank(place, match.group(), told[0], told[1], told[1], shown)


def _listed(text: str) -> dict[str, Decimal]:
    """The growth of each area that the longest list of the text gives."""
    lists = [ITEM.finditer(run.group()) for run in RUN.finditer(text)]
    lists.append(LINE.finditer(text))
    found_rows = [{item["name"]: Decimal(item["value"]) for item in one} for one in lists]
    return max(found_rows, key=len)
