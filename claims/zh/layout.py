"""The parts of a Chinese article: headline, lead, body, captions; paragraphs and sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from claims.quantity import Quantity

# The first sign is looked for, then what belongs to it: further line ends, quotes that close.
_SENTENCE_END = re.compile(
    r"[。！？!?\n”’…](?:(?<=……)(?=[\u4e00-\u9fff“【])(?!等)|(?<=\n)\n*|(?<=[。！？!?])(?:[”’」』\"]+(?![,，、的]))?|(?<=[。！？!?][”’]))"
)
_CAPTION = re.compile(
    r"(?:摄|供图|制图|通讯员供图|资料图片?|图源[^。]{0,12}|图/[^。]{0,16}|图片来源[^。]{0,24}|发)[)）。]*$"
)
_CAPTION_HEAD = re.compile(r"^(?:[▲▼▶◀■]|图[:：]|图为|图\d)")
_TITLE_MARK = re.compile(r"^\s*原标题[:：]")
_DATELINE = re.compile(
    r"(?:(?<=[^\s,。])(?:本报|新华社|中新[网社]|央视网|央广网|人民网|"
    r"(?![\u4e00-\u9fff]{0,7}本报)[\u4e00-\u9fff]{2,8}(?:网|报|社|客户端))[^,。:]{0,12}?"
    r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:消息|电(?![池动子力视影器商网站价量梯信话脑竞压容源缆])|讯))"
)
# The names of many that send news, behind a title that a dateline is read into: …拦截诈骗|中新网重庆8月15日电.
_AGENCY = re.compile(
    "中新[网社]|新华[社网]|央[视广]网|人民网|光明网|中国网|鲁网|东方网|华声在线|红网|财联社|南都|(?:羊城|齐鲁|钱江|扬子)晚报"
    "|半岛|大河网|澎湃|封面新闻|潇湘晨报|参考消息网|环球网|海外网|国际在线|经济日报|中国经济网|[一-鿿]{2}(?:日报|晚报|商报|晨报)"
)
_TOLD = re.compile("消息|电|讯")  # how datelines end
_HEADLINE_LIMIT = 60


class Sentence(NamedTuple):
    """A sentence of the folded text with its section and paragraph."""

    start: int
    end: int
    section: str
    paragraph: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a folded text in order; line ends part them too, since those within sentences are gone."""
    found: list[Sentence] = []
    end_matter = _end_matter(text)
    text = text[:end_matter] if end_matter else text
    parts = _Parts(text, _headline_end(text), _captions(text), "请注明" in text)
    position = paragraph = 0
    lead_paragraph = -1
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        _append(found, parts, position, end, paragraph)
        position = end
        if text[end - 1] == "\n":
            paragraph += 1
    _append(found, parts, position, len(text), paragraph)
    for index, sentence in enumerate(found):
        if sentence.section == "body" and sentence.end - sentence.start > 12:
            lead_paragraph = sentence.paragraph if lead_paragraph < 0 else lead_paragraph
            if sentence.paragraph != lead_paragraph or index > 6:
                break
            found[index] = Sentence(sentence.start, sentence.end, "lead", sentence.paragraph)
    return found


def _end_matter(text: str) -> int:
    """Where the headlines of other articles begin that a text ends in; 0 if it has none."""
    if not any(word in text for word in _OTHER_WORDS):
        return 0
    match = _OTHERS.search(text, len(text) // 3)
    return match.start() if match else 0


_OTHER_WORDS = ("阅读:", "喜欢", "往期", "报料", "一点■", "等你来")
_OTHERS = re.compile(
    "(?:相关|推荐|延伸|更多)阅读:|猜[您你]喜欢|往期(?:精选|回顾|推荐)|新闻线索报料|新闻多一点■|精选等你来"
)


def undivide(text: str, parts: list[Sentence], counted: list[Quantity]) -> None:
    """Let none of the figures `counted` stand in two sentences: those that a line end parts are joined; where a
    headline or a sentence too long was cut within a figure, the cut comes after it."""
    starts = [figure.start for figure in counted]
    whole = parts[:1]
    for part in parts[1:]:
        last = whole[-1]
        index = bisect_left(starts, last.end) - 1
        figure = counted[index]
        if index < 0 or figure.end <= last.end:
            whole.append(part)
        elif figure.end >= part.end or "\n" in text[figure.start : figure.end]:
            whole[-1] = last._replace(end=part.end)
        else:
            whole[-1] = last._replace(end=figure.end)
            whole.append(part._replace(start=figure.end))
    parts[:] = whole


_LONGEST = 1000
_LINE_ENDS = re.compile(r"\n+")
_CREDIT = re.compile(
    r"(?:(?:本文|本新闻|本稿)[^,。;:]{0,16},)?(?:(?:如若|如需|如|若)?[^,。;:]{0,4}转载[^,。;:]{0,6},?)?请注明(?:来源|出处)[:：]"
)


class _Parts(NamedTuple):
    """What tells the sections of a text apart: where its headline ends, which paragraphs are captions, any credits."""

    text: str
    headline_end: int
    captions: frozenset[int]
    credits: bool

    def section(self, end: int, paragraph: int) -> str:
        """The section of a sentence that ends there."""
        if paragraph in self.captions:
            return "caption"
        return "headline" if end <= self.headline_end else "body"


def _captions(text: str) -> frozenset[int]:
    """The numbers of the paragraphs that are captions, lines of at most 120 characters."""
    lines = enumerate(_LINE_ENDS.split(text))
    return frozenset(number for number, line in lines if len(line) <= 120 and _is_caption(line.strip()))


def _is_caption(line: str) -> bool:
    return bool(_CAPTION.search(line) or _CAPTION_HEAD.match(line))


def _append(found: list[Sentence], parts: _Parts, start: int, end: int, paragraph: int) -> None:
    text, headline_end = parts.text, parts.headline_end
    while start < end and text[start] in " \n":
        start += 1
    while end > start and text[end - 1] in " \n":
        end -= 1
    if start >= end:
        return
    if start < headline_end < end:
        found.append(Sentence(start, headline_end, "headline", paragraph))
        start = headline_end
    while end - start > _LONGEST:  # a table run together, or no prose at all
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in ",;、 ") + 1 or start + _LONGEST
        found.append(Sentence(start, cut, parts.section(cut, paragraph), paragraph))
        start = cut
    credit = _CREDIT.search(text, start, end) if parts.credits else None
    if credit and credit.start() > start:
        found.append(Sentence(start, credit.start(), parts.section(credit.start(), paragraph), paragraph))
    section = "headline" if credit else parts.section(end, paragraph)
    found.append(Sentence(credit.end() if credit else start, end, section, paragraph))


def _headline_end(text: str) -> int:
    """Where the headline block at the top of the text ends; 0 if it has none."""
    mark = _TITLE_MARK.match(text)
    first_line_end = text.find("\n")
    if mark and (first_line_end < 0 or first_line_end > 100):
        source = text.find("来源:", mark.end(), mark.end() + 80)
        if source > 0:
            return source
        top = (mark.end(), mark.end() + 160)
        dateline = _DATELINE.search(text, *top) if _TOLD.search(text, *top) else None
        if dateline is None or dateline.start() >= mark.end() + 100:
            return _guess_title_end(text, mark.end())
        agency = _AGENCY.search(text, dateline.start(), dateline.end())
        return agency.start() if agency else dateline.start()
    end = position = 0
    for line in text[:1200].split("\n")[:10]:
        stripped = line.strip()
        position += len(line) + 1
        if not stripped:
            continue
        if len(stripped) > _HEADLINE_LIMIT or stripped.endswith(("。", ";", ",")) or "。" in stripped:
            break
        if end and (stripped.endswith(":") or _ITEM.match(stripped)):
            break
        if _is_caption(stripped):
            continue
        end = position - 1
    return min(end, len(text))


_ITEM = re.compile(r"[·•●▪◆○]|(?:\d{1,2}|[一二三四五六七八九十])[.、)]")  # a line of a list: no headline
_TITLE_BREAK = re.compile(
    r"(?<=[\u4e00-\u9fff”!?%人件起亿元])\s{2,}|(?=[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|新闻|青年报)讯)|(?=南都讯)"
)
_EXCLAIMED = re.compile(r"(?:!|\?) ?(?=[\u4e00-\u9fff])")


# How a text opens that runs on from its title without a mark: …净卖出569万元|截至8月16日收盘, …罚6万元|记者 王华
_OPENING = re.compile(
    r"(?<=[\u4e00-\u9fff”》)%!?A-Za-z0-9])(?<![于在从自至到的截和与及])(?:"
    r"(?:近日|(?<![\d立节生])日前|近期|连日来|昨[天日]|今[天日]|据悉|据了解|据报道),|截[至止](?:\d{4}年)?\d{1,2}月\d{1,2}日"
    r"|(?<!\d)(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚|凌晨|清晨|傍晚)?,"
    r"|(?:\(?(?:全媒体|见习|本报|实习)?记者)[ :/]?[\u4e00-\u9fff]{2,3}[ )\d])"
)
_REPEATED = 5  # characters of a title with which the text begins again
_UNFINISHED = frozenset(" ,:、;“(《的和与及对在于")


def _guess_title_end(text: str, start: int) -> int:
    begins = text[start : start + _REPEATED]
    again = text.find(begins, start + 2 * _REPEATED, start + 100)
    opening = _OPENING.search(text, start + 8, start + 80)
    match = _TITLE_BREAK.search(text, start + 4, start + 80)
    ends = [match.end()] if match else []
    if again > 0 and text[again - 1] not in _UNFINISHED:
        ends.append(again)
    if opening:
        ends.append(opening.start())
    ends.sort()
    if exclaimed := _EXCLAIMED.search(text, start + 4, start + 80):
        ends.append(exclaimed.end())
    return next((end for end in ends if "。" not in text[start : end - 1]), start)
