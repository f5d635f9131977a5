"""Speed of reading figures beside other readers, and what checking costs as the text grows: `python bench/speed.py`.

Reads ../shared/corpus; other readers are timed where they are installed (see the session `bench` of noxfile.py).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from claims.document import Document
from claims.extraction import read_figures
from expectations import check_claims

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
CORPUS = SHARED / "corpus" / "news-2023-08.jsonl.gz"
PATIENCE = 20.0  # seconds given to each reader
BARE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?(?:万亿|亿|万|%|％)?")


def main() -> int:
    """Print characters a second of each reader, then seconds of extraction and checking at 1, 4 and 16 times."""
    if not CORPUS.exists():
        print(f"no {CORPUS.name}: nothing to measure on", file=sys.stderr)
        return 2
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    print(f"{len(texts)} articles, {sum(map(len, texts))} characters; one process, CPU time\n")
    print("reader                 characters/s   times the bare pass   articles read")
    floor = report_speed("digits, bare re", BARE.findall, texts)
    dense = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "articles").glob("*.txt"))]
    if dense:
        report_speed("crossfoot, references", read_text, dense * 10, floor)
    for name, read in readers():
        report_speed(name, read, texts, floor)
    print("\narticles   claims   extraction s   checking s   checking/extraction")
    for times in (1, 4, 16):
        report_cost(texts[: 300 * times])
    return 0


def read_text(text: str) -> object:
    """The figures of a text, as our reader of them."""
    return read_figures(Document("a.txt", text))


def readers() -> Iterable[tuple[str, Callable[[str], object]]]:
    """The readers of figures that can be imported here, ours first."""
    yield "crossfoot", read_text
    try:
        from recognizers_number import recognize_number, recognize_percentage
        from recognizers_number_with_unit import recognize_currency, recognize_dimension
        from recognizers_text import Culture

        recognizers = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension)
        yield "Recognizers-Text", lambda text: [read(text, Culture.Chinese) for read in recognizers]
    except ImportError as error:
        print(f"Recognizers-Text left out: {error}", file=sys.stderr)
    try:
        from jionlp import ner

        yield "JioNLP (money)", lambda text: ner.extract_money(text, with_parsing=True)
    except ImportError as error:
        print(f"JioNLP left out: {error}", file=sys.stderr)
    try:
        from quantulum3 import parser

        yield "quantulum3", parser.parse
    except ImportError as error:
        print(f"quantulum3 left out: {error}", file=sys.stderr)


def report_speed(name: str, read: Callable[[str], object], texts: list[str], floor: float = 0.0) -> float:
    """One line: characters a second over as many articles as the time allows; failures count as read.

    `floor` is what a bare pass takes, and what is returned: CPU seconds for one character.
    """
    read(texts[0])  # what is loaded on first use is not counted
    characters, articles, failed, began, started = 0, 0, 0, time.perf_counter(), time.process_time()
    for text in texts:
        try:
            read(text)
        except Exception:
            failed += 1
        characters += len(text)
        articles += 1
        if time.perf_counter() - began > PATIENCE:
            break
    taken = (time.process_time() - started) / characters
    times = taken / (floor or taken)
    trouble = f" ({failed} raised)" if failed else ""
    print(f"{name:22} {1 / taken:12,.0f}   {times:19.0f}   {articles}{trouble}", flush=True)
    return taken


def report_cost(texts: list[str]) -> None:
    """One line: seconds to read the figures of these articles and to check them together."""
    documents = [Document(f"{number}.txt", text) for number, text in enumerate(texts)]
    began = time.perf_counter()
    readings = [read_figures(document) for document in documents]
    read = time.perf_counter()
    claims = [claim for reading in readings for claim in reading.claims]
    mentions = [mention for reading in readings for mention in reading.mentions]
    check_claims(claims, mentions=mentions, documents=documents)
    checked = time.perf_counter() - read
    read -= began
    print(f"{len(texts):8} {len(claims):8} {read:14.2f} {checked:12.2f} {checked / read:21.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
