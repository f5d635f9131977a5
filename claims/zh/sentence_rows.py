"""What stands in each sentence of an article: its quantities, times and places, and from these its slots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from claims.quantity import Quantity
from claims.zh import slots
from claims.zh.layout import Sentence
from claims.zh.period import TimeSpan
from claims.zh.place import PlaceSpan
from claims.zh.slots import Slot

Span = TypeVar("Span", Quantity, TimeSpan, PlaceSpan)


@dataclass(frozen=True, slots=True)
class Rows:
    """What stands in each sentence, by its number: quantities, times and places; and from these its slots."""

    text: str
    parts: list[Sentence]
    quantities: dict[int, list[Quantity]]
    times: dict[int, list[TimeSpan]]
    places: dict[int, list[PlaceSpan]]

    def row(self, number: int) -> list[Slot]:
        """The slots of a sentence."""
        part = self.parts[number]
        figures, times, places = (
            self.quantities.get(number, []),
            self.times.get(number, []),
            self.places.get(number, []),
        )
        return slots.row(self.text, part.start, part.end, figures, times, places)


def by_sentence(spans: list[Span], parts: list[Sentence]) -> dict[int, list[Span]]:
    """The spans by the number of the sentence in which they start, both in the order of the text."""
    found: dict[int, list[Span]] = {}
    number = 0
    for span in spans:
        while number < len(parts) and parts[number].end <= span.start:
            number += 1
        if number == len(parts):
            break
        if parts[number].start <= span.start:
            found.setdefault(number, []).append(span)
    return found
