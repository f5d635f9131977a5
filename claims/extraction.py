"""From a document to its claims and mentions: the order of the steps."""

from __future__ import annotations

import re
from bisect import bisect_right
from hashlib import blake2b

from claims import tables
from claims.claim import Claim, Extraction, Mention
from claims.document import Document
from claims.folding import Folded, fold
from claims.language import READ, language_of
from claims.lines import line_and_column, line_starts
from claims.sealing import open_twin, seal
from claims.zh import article, measure, mentions, place
from claims.zh.article import Article, Figure
from claims.zh.layout import Sentence

_CLAUSE_ENDS = re.compile(r"[,;:。!?\n ]")
_OpenClaim: type[Claim] = open_twin(Claim)
_OpenMention: type[Mention] = open_twin(Mention)


def extract(document: Document) -> tuple[Claim, ...]:
    """The claims of a document in the order of its text."""
    return read_figures(document).claims


def read_figures(document: Document) -> Extraction:
    """The claims and mentions of a document, each in the order of its text."""
    if language_of(document) not in READ:
        return Extraction(())
    places, found = read_article(document)
    claims = claims_of(places, found)
    if document.tables:
        area = place.document_area(places.folded.text, document.title, document.place)
        claims = tuple(sorted((*claims, *tables.table_claims(document, area)), key=lambda claim: claim.start))
    return Extraction(claims, _mentions(places, found))


def read_article(document: Document) -> tuple[Places, Article]:
    """The article as read, its tables left out, and where its offsets lie in the document."""
    folded = fold(_without_tables(document))
    found = article.read(folded.text, document.published, document.title, document.place)
    return Places(document, folded), found


def _without_tables(document: Document) -> str:
    """The text with its tables blanked out, which are read by rows and columns; offsets stay."""
    text, pieces, position = document.text, [], 0
    for start, end in tables.spans(document):
        pieces += [text[position:start], "。", "\n" * (end - start - 1)]
        position = end
    return "".join([*pieces, text[position:]]) if pieces else text


def claims_of(places: Places, found: Article) -> tuple[Claim, ...]:
    """The claims of an article, one for each of its figures."""
    ids: dict[str, int] = {}
    names = [_claim_id(places.document, places.folded, figure, ids) for figure in found.figures]
    return tuple(_claim(places, figure, names, index) for index, figure in enumerate(found.figures))


class Places:
    """Offsets of the folded text as offsets, lines and columns of the document."""

    def __init__(self, document: Document, folded: Folded) -> None:
        self.document, self.folded = document, folded
        self.text = document.text
        self.sentences: dict[int, tuple[int, str]] = {}  # where each begins in the document, and its words; once each
        self.lines = line_starts(self.text)

    def span(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Original start and end, line and column of a folded stretch."""
        first, last = self.original(start, end)
        return first, last, *line_and_column(self.lines, first)

    def sentence(self, part: Sentence) -> tuple[int, str]:
        """Original start and words of a sentence: the same string for all that stands in it."""
        found = self.sentences.get(part.start)
        if found is None:
            start, end = self.original(part.start, part.end)
            found = self.sentences[part.start] = start, self.text[start:end]
        return found

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Original start and end of a folded stretch."""
        return (self.folded.origin(start), self.folded.end(end)) if self.folded.cuts else (start, end)


def _claim_id(document: Document, folded: Folded, figure: Figure, ids: dict[str, int]) -> str:
    """Stable across edits elsewhere: of the document's name, the sentence, the figure and its ordinal among equals."""
    sentence = folded.text[figure.sentence.start : figure.sentence.end]
    written = folded.text[figure.quantity.start : figure.quantity.end]
    digest = blake2b(
        f"{document.path}\0{sentence}\0{written}".encode("utf-8", "surrogatepass"), digest_size=6
    ).hexdigest()
    ids[digest] = ids.get(digest, 0) + 1
    return digest if ids[digest] == 1 else f"{digest}-{ids[digest]}"


def _claim(places: Places, figure: Figure, names: list[str], index: int) -> Claim:
    quantity, found = figure.quantity, figure.reading
    start, end, line, column = places.span(quantity.start, quantity.end)
    sentence_start, sentence = places.sentence(figure.sentence)
    signed = quantity.negative() if figure.value < 0 < quantity.value else quantity
    asserted = implied = signed.asserted
    if quantity.bound not in ("rounded", "ends"):  # else the words guarantee what they tell
        implied = signed.implied
    claim = _OpenClaim(
        claim_id=names[index],
        document=places.document.path,
        start=start,
        end=end,
        line=line,
        column=column,
        text=places.text[start:end],
        sentence=sentence,
        section=figure.sentence.section,
        value=figure.value,
        asserted=asserted,
        implied=implied,
        resolution=quantity.resolution,
        hedge=found.segment.hedge or quantity.hedge,
        unit=quantity.unit,
        dimension=quantity.dimension,
        kind=figure.kind,
        measure=figure.measure,
        measure_key=figure.measure_key,
        price_basis=figure.price_basis,
        scope=figure.scope,
        place=figure.place,
        place_name=figure.place_name,
        period=figure.period,
        base_period=figure.base_period,
        rule=found.rule,
        sentence_start=sentence_start,
        paragraph=figure.sentence.paragraph,
        clause=found.clause,
        direction=found.segment.direction,
        reached=found.segment.reached,
        former=found.segment.former,
        comparison=figure.comparison,
        whole=found.segment.whole,
        whole_key=figure.whole_key,
        against=found.segment.base_words,
        against_key=figure.against_key,
        part_of=names[figure.part_of] if figure.part_of is not None else "",
        group=found.group,
        modality=figure.modality,
        inferred=figure.inferred,
    )
    return seal(claim, Claim)


def _mentions(places: Places, found: Article) -> tuple[Mention, ...]:
    """The mentions of the article, those in no sentence left out; each takes the clause of the figures around it."""
    read = mentions.find(places.folded.text, found, places.document)
    if not read:
        return ()
    ends = [sentence.end for sentence in found.sentences]
    starts = [figure.quantity.start for figure in found.figures]
    kept = []
    for one in read:
        index = bisect_right(ends, one.start)
        if index == len(ends) or found.sentences[index].start > one.start:
            continue
        sentence = found.sentences[index]
        start, end, line, column = places.span(one.start, one.end)
        sentence_start, words = places.sentence(sentence)
        mention = _OpenMention(
            document=places.document.path,
            start=start,
            end=end,
            line=line,
            column=column,
            text=places.text[start:end],
            sentence=words,
            kind=one.kind,
            reading=one.reading,
            count=one.count,
            items=tuple(places.original(*item) for item in one.items),
            measure=measure.tidy(one.measure) if one.measure else "",
            measure_key=measure.key(one.measure) if one.measure else "",
            place=one.place,
            period=one.period,
            sentence_start=sentence_start,
            paragraph=sentence.paragraph,
            clause=_clause(places.folded.text, found, starts, sentence, one.start),
        )
        kept.append(seal(mention, Mention))
    return tuple(kept)


def _clause(text: str, found: Article, starts: list[int], sentence: Sentence, at: int) -> int:
    """The ordinal of the clause at `at`, counted from the nearest figure of its sentence; -1 where it has none."""
    index = bisect_right(starts, at)
    for number in (index - 1, index):
        if 0 <= number < len(starts) and sentence.start <= starts[number] < sentence.end:
            step = 1 if starts[number] < at else -1
            stretch = text[min(starts[number], at) : max(starts[number], at)]
            return found.figures[number].reading.clause + step * len(_CLAUSE_ENDS.findall(stretch))
    return -1
