"""How it is told: one thin renderer a format. `FORMATS` and `CLAIM_FORMATS` name them; modules load when used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Renderer:
    """A format: where its function lives, the suffixes of its files, and whether it gives bytes rather than text."""

    module: str
    function: str
    suffixes: tuple[str, ...] = ()
    binary: bool = False
    options: tuple[str, ...] = ()  # of `show_accepted` and `show_consistent`; other formats always tell everything

    def __call__(self, *subject: Any, **options: bool) -> Any:
        """The rendering: `(report, language)` for a format of `check`, `(claims, statuses, language)` for `claims`.

        Options that the format does not have are dropped.
        """
        return (b"" if self.binary else "").join(self.pieces(*subject, **options))

    def pieces(self, *subject: Any, **options: bool) -> Iterator[Any]:
        """The rendering bit by bit, where its function gives it so: what is long never stands in memory whole."""
        function = getattr(import_module(self.module), self.function)
        told = function(*subject, **{name: value for name, value in options.items() if name in self.options})
        return iter([told]) if isinstance(told, str | bytes) else told


FORMATS: Mapping[str, Renderer] = {
    "rich": Renderer("reports.terminal", "render", (".txt",), options=("show_accepted", "show_consistent")),
    "concise": Renderer("reports.concise", "render", options=("show_accepted",)),
    "json": Renderer("reports.json_report", "render", (".json",)),
    "jsonl": Renderer("reports.jsonl", "render", (".jsonl",)),
    "csv": Renderer("reports.csv_report", "render", (".csv",)),
    "markdown": Renderer("reports.markdown", "render", (".md", ".markdown"), options=("show_accepted",)),
    "html": Renderer("reports.page", "pieces", (".html", ".htm")),
    "github": Renderer("reports.github", "render", options=("show_accepted",)),
    "sarif": Renderer("reports.sarif", "render", (".sarif", ".sarif.json")),
    "junit": Renderer("reports.junit", "render", (".xml",)),
}
CLAIM_FORMATS: Mapping[str, Renderer] = {
    "rich": Renderer("reports.terminal", "render_claims", (".txt",)),
    "jsonl": Renderer("reports.claims_formats", "to_jsonl", (".jsonl",)),
    "json": Renderer("reports.claims_formats", "to_json", (".json",)),
    "csv": Renderer("reports.claims_formats", "to_csv", (".csv",)),
    "parquet": Renderer("reports.claims_formats", "to_parquet", (".parquet",), binary=True),
}


def format_of(path: str, formats: Mapping[str, Renderer] = FORMATS) -> str | None:
    """The name of the format whose suffix `path` ends in, the longest suffix first; None where there is none."""
    suffixes = sorted(((s, name) for name, r in formats.items() for s in r.suffixes), key=lambda pair: -len(pair[0]))
    return next((name for suffix, name in suffixes if path.lower().endswith(suffix)), None)
