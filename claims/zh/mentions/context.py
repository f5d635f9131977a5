"""What mentions are read from: the folded text with its sentences, times, places and figures, looked up by offset."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from claims.document import Document
from claims.zh import numerals, place, preceding, slots
from claims.zh.article import Article, Figure
from claims.zh.layout import Sentence
from claims.zh.period import TimeSpan
from claims.zh.place import PlaceSpan

_CLAUSE_ENDS = ",;:。!?\n()"
_TOLD = ("reference", "record")  # the roles of the times that a mention is about


@dataclass(slots=True)
class Found:
    """One mention; offsets are those of the folded text, fields as `claim.MENTION_KINDS` says."""

    kind: str
    start: int
    end: int
    reading: str = ""
    count: Decimal | None = None
    items: tuple[tuple[int, int], ...] = ()
    measure: str = ""
    place: str = ""
    period: str = ""


@dataclass
class Context:
    """One article while its mentions are read; `done` is the offset up to which counted moves have been read."""

    text: str
    article: Article
    document: Document
    found: list[Found] = field(default_factory=list)
    done: int = 0

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [sentence.end for sentence in self.article.sentences]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [span.start for span in self.article.times]

    @cached_property
    def area(self) -> str:
        """The code of the area that the article is about."""
        told = self.document
        found = self.article
        return found.area or place.document_area(self.text, told.title, told.place)

    @cached_property
    def _places(self) -> list[PlaceSpan]:
        # Articles without figures come without places.
        return self.article.places or ([] if self.article.figures else place.find(self.text, self.area))

    @cached_property
    def _place_starts(self) -> list[int]:
        return [span.start for span in self._places]

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [figure.quantity.start for figure in self.article.figures]

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds the offset."""
        index = bisect_left(self._sentence_ends, at + 1)
        sentences = self.article.sentences
        return sentences[index] if index < len(sentences) and sentences[index].start <= at else None

    def clause_start(self, at: int) -> int:
        """Where the clause that holds the offset begins, at most 60 characters before it."""
        least = max(0, at - 60)
        return max(max(self.text.rfind(mark, least, at) for mark in _CLAUSE_ENDS) + 1, least)

    def times(self, start: int, end: int) -> list[TimeSpan]:
        """The times that begin in the stretch."""
        starts = self._time_starts
        return self.article.times[bisect_left(starts, start) : bisect_left(starts, end)]

    def time_over(self, at: int) -> TimeSpan | None:
        """The last time that begins at or before the offset."""
        index = bisect_right(self._time_starts, at) - 1
        return self.article.times[index] if index >= 0 else None

    def places(self, start: int, end: int) -> list[PlaceSpan]:
        """The places that begin in the stretch."""
        starts = self._place_starts
        return self._places[bisect_left(starts, start) : bisect_left(starts, end)]

    def figures(self, start: int, end: int) -> list[Figure]:
        """The figures that begin in the stretch."""
        starts = self._figure_starts
        return self.article.figures[bisect_left(starts, start) : bisect_left(starts, end)]

    def code(self, span: PlaceSpan) -> str:
        """The code of a place, also of words like 全省."""
        return place.code_of(span, self.area)

    def named(self, start: int, end: int) -> tuple[str, str, str]:
        """Measure, place and period that the words of a clause name, or else the figure before them."""
        times = [span for span in self.times(start, end) if span.end <= end]
        places = [span for span in self.places(start, end) if span.end <= end and span.kind == "place"]
        found = preceding.read(slots.row(self.text, start, end, [], times, places))
        inside = self.figures(start, end)
        measure = tidied(inside[-1].measure if inside else found.words)
        code = self.code(places[-1]) if places else ""
        told = [span.period for span in times if span.period and span.role in _TOLD]
        sentence = self.sentence(max(start, end - 1))
        before = self.figures(sentence.start, end)[-1:] if sentence is not None else []
        for figure in before:
            measure = measure or figure.measure
            code = code or figure.place
            told = told or [figure.period]
        if not told and sentence is not None:
            spans = self.times(sentence.start, start)
            told = [span.period for span in spans if span.role in _TOLD and span.period]
        return measure, code, told[-1] if told else ""


_EDGES = re.compile(
    r"^(?:尽管|虽然|感觉|显示|甚至|主要是|其|而|且|但|并|也|仍|还|则|又|以|表明|使得|整体|实现|带来|出现)+"
    r"|(?:[近这]?[0-9一二两三四五六七八九十]{1,3}(?:年|个月|个?季度|周|次|届)|连续|稳|有所|日益|大大|逐步|显著|明显|迅速|急剧|陡然|快速|不断|稳步|小幅"
    r"|大幅度?|再次|首次|高速|良好|较快|正在|正|已|仍|均|都|呈现?|延续|保持|出现|实现|略有|略|稍有|稍|继续|持续|进一步|逐年|整体|加速|双双|有|在|的|屡|以|分|位|名"
    r"|排|逐渐|或|个位数|两位数|又|再|最终|成功|总体|全面|连年|逐月|强劲|平稳|较|更|快|好|所|同比|环比|全年|温和|恢复性?|趋于|呈|得到|出了|处于?|同步|惊人|积极)+$"
)
_RANKING = re.compile(r"(?:位居|排名|位列|名列|跃居).*$")
_NO_MEASURE = re.compile(r"^(?:.|最终|酌情|实现|出现|成为|该.|周.|星期.)?$")


def tidied(words: str) -> str:
    """The words of a measure without the adverbs around them; nothing where only such are left."""
    words = _EDGES.sub("", _EDGES.sub("", _RANKING.sub("", words)))
    return "" if _NO_MEASURE.match(words) else words


def number(words: str) -> int | None:
    """The whole number that digits or Chinese characters write; None where they write none."""
    if words.isascii():
        return int(words) if words.isdigit() else None
    read = numerals.read(words)
    return int(read[0]) if read is not None and read[0] == int(read[0]) else None
