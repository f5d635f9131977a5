"""The elements of a page as a parser without script sees them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """One element: its attributes and the text in it."""

    tag: str
    attributes: dict[str, str]
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words in it."""
        return "".join(self.parts)


@dataclass
class Parsed:
    """All elements of a page in order."""

    elements: list[Element] = field(default_factory=list)

    def all(self, tag: str, of_class: str = "") -> list[Element]:
        """The elements of a tag, and of a class if given."""
        return [
            element
            for element in self.elements
            if element.tag == tag and (not of_class or of_class in element.attributes.get("class", "").split())
        ]

    @property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [element.attributes["id"] for element in self.elements if "id" in element.attributes]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parsed = Parsed()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.parsed.elements.append(element)
        if tag not in {"meta", "input", "br"}:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            if self.open.pop().tag == tag:
                break

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.parts.append(data)


def parse(html: str) -> Parsed:
    """The elements of `html`."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.parsed
