"""Figures that leave out what the one before says: the price of a thing alone, the second of two like things."""

from __future__ import annotations

import re

from claims.zh import attributes
from claims.zh.measure import tidy
from claims.zh.phrase import words_of
from claims.zh.records import Reading, State
from claims.zh.things import LONGEST, NAME, is_thing, subject_end

_PRICES_OF = frozenset(("油价", "股价", "房价", "票价", "底价", "身价", "市价"))
_SUMS = frozenset("费税金价额差线间润益息薪资罚")
_KINDS = frozenset("额率量数值费款金价幅比")  # in what words for kinds of figures end
_PRICES = ("价", "价格")
_LEFT_OUT = re.compile("扣非后?|(?:扣除|剔除|不计|不含)[^,。;]{2,14}后|经?调整后?")
_LIKE = 4  # characters of words that are like others
_VERSION = re.compile(r"(?:款|版本?|方案|套餐|车型|机型|会员|档)的?$")


def complete(state: State, reading: Reading) -> None:
    """Give a figure with words of its own the attribute, or the owner, that the one before it names for both."""
    if reading.segment.given and not reading.described:
        _aspect(state, reading)
    if not reading.segment.words or reading.measure != reading.segment.words:
        return
    _left_out(state, reading)
    _price(state, reading)
    _alike(state, reading)
    _parallel(state, reading)


def _aspect(state: State, reading: Reading) -> None:
    """`专利数量方面，甲集团以300件居首`: what the figure tells of the one that ranks by it."""
    words = reading.segment.words
    for _, slots in reversed(state.clauses.plain):
        aspect = _ASPECT.search("".join(slot.word for slot in slots))
        if aspect is not None and attributes.names_attribute(aspect[1]) and is_thing(words):
            reading.measure = tidy(words + aspect[1])
            reading.owner, reading.attribute = words, attributes.split(aspect[1])[1]
            break


_ASPECT = re.compile(r"在?([^,。;]{2,12})(?:方面|上)$")


def _left_out(state: State, reading: Reading) -> None:
    """`净利润为2.41亿元，扣非后为2.29亿元`: the same, something left out."""
    before = state.readings[-1] if state.readings else None
    if before is None or not _LEFT_OUT.fullmatch(reading.measure) or before.quantity.unit != reading.quantity.unit:
        return
    attribute = attributes.split(before.measure)[1]
    if attribute:
        reading.measure, reading.attribute, reading.completed = reading.measure + attribute, attribute, True


def _price(state: State, reading: Reading) -> None:
    """`甲款售价9万元，乙款8万元`: what a thing alone costs is what was told of the thing before."""
    found = reading.segment
    if not _is_money(reading) or reading.verb or reading.described or found.given:
        return
    if (
        found.relation == "share"
        or reading.measure != found.words
        or attributes.split(found.words)[1]
        or not is_thing(found.words)
    ):
        return
    if found.words[-1] in _SUMS:
        return
    attribute, dimension = state.memory.attribute
    owner = ""
    for _, slots in reversed(state.clauses.plain):
        subject = words_of(slots[: subject_end(slots)])
        if attributes.split(subject)[1].endswith(_PRICES):
            owner, attribute = attributes.split(tidy(subject))
            dimension = reading.quantity.dimension
            break
    if attribute.endswith(_PRICES) and (dimension == reading.quantity.dimension or not dimension[:3].isupper()):
        owner = owner if is_thing(owner) and len(found.words) <= LONGEST // 2 and owner not in found.words else ""
        reading.attribute = "价格" if attribute in _PRICES_OF else attribute
        reading.measure = tidy(owner + found.words + reading.attribute)
        reading.completed = True


def _alike(state: State, reading: Reading) -> None:
    """`甲车销量为3万辆，乙车为2万辆`: of the second the figure tells what the one before told of the first."""
    found, (attribute, dimension) = reading.segment, state.memory.attribute
    if found.relation != "level" or not attribute or reading.verb or reading.described or reading.completed:
        return
    before = state.readings[-1] if state.readings else state.memory.last
    if before is None or not before.owner or before.attribute != attribute:
        return
    if dimension != reading.quantity.dimension or before.quantity.unit != reading.quantity.unit:
        return
    words = found.words
    named = (NAME.search(words) or words[-1:] == before.owner[-1:]) and not words.startswith(before.owner)
    if named and words[-1] not in _KINDS and is_thing(words) and not attributes.split(words)[1]:
        reading.owner, reading.attribute, reading.completed = words, attribute, True
        reading.measure = tidy(words + attribute)


def _parallel(state: State, reading: Reading) -> None:
    """`甲公司个人方案每月9元,家庭方案每月15元`: what stands before the first of two like words holds for the second."""
    words = reading.measure
    if len(words) < _LIKE or "“" in words or reading.completed or not _VERSION.search(attributes.split(words)[0]):
        return
    before = next((one for one in reversed(state.readings) if not one.inherited), None)
    if before is None:
        return
    of, like = before.measure[: -len(words)], before.measure[-len(words) :]
    same = like[-2:] == words[-2:] and like != words and before.quantity.unit == reading.quantity.unit
    if same and NAME.search(of) and is_thing(of):
        reading.measure, reading.completed = of + words, True


def _is_money(reading: Reading) -> bool:
    return reading.quantity.dimension.partition("/")[0].isupper()
