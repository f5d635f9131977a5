"""Words that say into how many parts a total falls, or of what it is made up, so that a row of so many is all of it."""

from __future__ import annotations

import re

from claims.claim import Claim
from expectations.numerals import whole
from expectations.same import is_time
from expectations.words import after, before, between, lead

KINDS = "大|个|家|类|项|种|段|期|批|组|部分|地|市|县|区|镇|乡|村|校|人|款|省|国|层|支|座|条|路"
# 三大品牌共交付…, 分三期, 由三段组成: not 第三批, 前三季度 or 三个月.
MANY = re.compile(
    f"(?<![第前近头约数十百\\d.])(?P<many>[两二三四五六七八九2-9])(?P<kind>{KINDS})(?!月|季度|小时|多|以上|左右|级)"
)
DIVIDED = re.compile(
    f"分(?:为|成)?(?P<many>[二两三四五六七八九])(?P<kind>{KINDS})|由(?P<number>[二两三四五六七八九])(?:{KINDS})组成"
)
# 由四部分组成，…; 分为四类：…: at the head of the list that takes a total apart.
TAKEN_APART = re.compile(
    f"(?:(?:由|分为|分成|分属|包括|分)(?P<many>[两二三四五六七八九])(?:{KINDS}|块|方面|个方面)(?:组成|构成|制度)?"
    f"|(?:^|[月年，,])(?P<of>[两二三四五六七八九])大(?:板块|业务|品牌|类)中)[，,：:][^，,。；;：:\\d]{{0,12}}$"
)
# 四县小计, 三个区加起来, 以上五类合起来就是全年的
COUNTED_UP = re.compile(
    f"(?P<many>[两二三四五六七八九])(?:{KINDS})[^，,。；;、\\d]{{0,4}}?(?:合计|共计|总计|小计|加起来|合起来|加在一起|相加|一共|总共)"
    "(?:就?是|为|达到?)?(?:全[年市县区省部]的?)?(?P<done>[一-鿿]{2,4})?$"
)
TOGETHER = re.compile("共|合计|总计")
GROUPS = re.compile("分(?:为|成)(?P<names>[一-鿿]{2,8}(?:[、和与及][一-鿿]{2,8})+)[，,]")
MADE_OF = re.compile("[^，,。；;、和及与]{0,10}(?:组成|构成)")
MADE = re.compile("由[^，,。；;由\\d]*$")
SUBJECT = re.compile("(?P<name>[一-鿿]{2,8}?)(?:共|总共|一共)?由[^，,。；;\\d]*$")
NEAR = 12  # characters behind a total that name what it counts
TAIL = 2  # characters by which a measure ends like another


def divided(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether words say into how many, or into which, a total falls: 由A和B组成, 分三期, 三家共…, 分为甲组和乙组."""
    if parts[0].start < total.start:
        return _made_up_before(total, parts) or _counted_up(total, parts)
    if parts[0].sentence_start == parts[-1].sentence_start and _made_of(total, parts):
        return True
    return _numbered_off(total, parts) or _named(total, parts)


def _made_up_before(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """由86名消防员、45名民警和18名医护人员组成的149人救援队."""
    if total.sentence_start != parts[0].sentence_start or len(parts) < 2:
        return False
    closing = between(parts[-1], total)
    return (
        MADE.search(before(parts[0])) is not None
        and re.fullmatch("[^，,。；;、和及与]{0,12}(?:组成|构成)的", closing) is not None
    )


def _counted_up(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """东城区4120张，西城区3675张，高新区2980张，三个区加起来10775张."""
    counted = COUNTED_UP.search(before(total, 24))
    if counted is None or whole(counted["many"]) != len(parts) or total.clause - parts[-1].clause > 2:
        return False
    if counted["done"] and not all(counted["done"] in f"{part.measure}{lead(part)}" for part in parts):
        return False  # 养老金支出…，失业金支出…，两项合计支出…
    one_sentence = total.sentence_start == parts[0].sentence_start == parts[-1].sentence_start
    return one_sentence and all(part.unit == total.unit and part.kind == total.kind for part in parts)


def _made_of(total: Claim, parts: tuple[Claim, ...]) -> bool:
    if not MADE_OF.match(after(parts[-1], 16)):
        return False
    if len(parts) > 2 and "、" not in between(parts[0], parts[1]):
        return False
    opening = between(total, parts[0])
    if parts[0].clause - total.clause <= 1:
        return re.search(r"由[^，,。；;\d]*$", opening) is not None
    named = SUBJECT.search(before(parts[0]))
    return named is not None and named["name"] in after(total, NEAR)


def _numbered_off(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the words before the total, or those that lead to its parts, number them, and so many follow."""
    opening = between(total, parts[0])
    if re.search("等|主要|至少|例如|比如", opening):
        return False
    split = DIVIDED.search(opening)
    if split is not None:
        labels = [_label(part) for part in parts]
        if split["number"]:
            return whole(split["number"]) == len(parts)
        told = whole(split["many"]) == len(parts) and parts[0].sentence_start == parts[-1].sentence_start
        return told and all(split["kind"] in label for label in labels)
    words = lead(total)
    counted = [match for match in MANY.finditer(words) if whole(match["many"]) == len(parts) > 1]
    summed = any(TOGETHER.search(words, match.end()) for match in counted)
    return summed and not is_time(total) and _of_its_kind(total, parts)


def _of_its_kind(total: Claim, parts: tuple[Claim, ...]) -> bool:
    """Whether the parts are told in a row, under names of their own, of what the total measures, and no more."""
    if parts[-1].clause - parts[0].clause > 2 * len(parts) or len({_label(part) for part in parts}) < len(parts):
        return False
    if not all(part.measure_key[-TAIL:] in total.measure_key or "measure" in part.inferred for part in parts):
        return False
    words = f"{between(total, parts[0])}{after(parts[-1], 60).split('。')[0]}"
    more = re.search(rf"\d[\d.,]*[万亿]?{re.escape(total.unit)}", words) if total.unit else None
    return more is None and all(part.unit == total.unit for part in parts)


def _named(total: Claim, parts: tuple[Claim, ...]) -> bool:
    if parts[0].sentence_start != total.sentence_start:
        return False
    groups = GROUPS.search(between(total, parts[0]))
    names = re.split("[、和与及]", groups["names"]) if groups else []
    labels = [_label(part) for part in parts]
    return len(names) == len(parts) and all(len(n) > 1 and n in label for n, label in zip(names, labels, strict=True))


def _label(part: Claim) -> str:
    return f"{lead(part)} {part.measure}"
