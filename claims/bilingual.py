"""Words for people, in Chinese and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One thing said in both languages of the program."""

    zh: str
    en: str

    def text(self, language: str) -> str:
        """The words in `language`: `zh` or, for anything else, English."""
        return self.zh if language == "zh" else self.en
