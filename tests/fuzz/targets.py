"""What is searched: each target makes one case from a source of chance, and raises where a promise is broken."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from claims.claim import Extraction
from claims.document import Document
from claims.extraction import read_figures
from claims.readers import SUFFIXES, manifest, read, read_standard_input, what_is
from reports.report import Report
from tests.claims.readers.test_any_bytes import LIMITS, sound
from tests.claims.test_extraction import check_slices
from tests.fuzz import mutate
from tests.fuzz.texts import HOSTILE, WORDS, articles, claim_table, files

Target = Callable[[random.Random, Path], None]
SECONDS = 4.0  # of processor time, the most that one small case may take
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@contextmanager
def in_time(what: str, most: float = SECONDS) -> Iterator[None]:
    """Assert that what is done inside takes no longer than `most`."""
    began = time.process_time()
    yield
    taken = time.process_time() - began
    assert taken < most, f"{what} took {taken:.1f} s"


def figures_of(document: Document) -> Extraction:
    """The figures of a document, after asserting that they stand where they say and come out the same again."""
    with in_time(f"reading {len(document.text)} characters"):
        found = read_figures(document)
    text = document.text
    if document.tables:
        for claim in found.claims:
            assert text[claim.start : claim.end] == claim.text
        assert len({claim.claim_id for claim in found.claims}) == len(found.claims), "claim ids repeat"
    else:
        check_slices(text, found)
    assert read_figures(document) == found, "not the same twice"
    return found


def check_documents(documents: list[Document]) -> None:
    """Assert what holds of every document that a reader gives, and of the figures in it."""
    assert documents
    names = [document.path for document in documents]
    assert len(set(names)) == len(names) or any(document.error for document in documents), "names repeat"
    for document in documents:
        sound(document)
        if not document.error:
            figures_of(replace(document, language="zh"))


def reader(suffix: str, draw: random.Random, folder: Path) -> None:
    """A damaged file of the format."""
    path = folder / f"a{suffix}"
    path.write_bytes(damaged_file(draw, suffix))
    with in_time("reading the file"):
        documents = list(read(path, limits=LIMITS))
    check_documents(documents)
    if draw.random() < 0.1:
        assert list(read(path, limits=LIMITS)) == documents, "not the same twice"
    if suffix in (".csv", ".jsonl", ".jsonl.gz", ".parquet"):
        from claims.outside.records import read_records
        from claims.readers.problems import Unreadable

        for kind in ("table", "articles"):
            for document in read(path, kind=kind, limits=LIMITS):
                sound(document)
        try:
            what_is(path, LIMITS)
            read_records(path, LIMITS)
        except Unreadable:
            pass


def damaged_file(draw: random.Random, suffix: str) -> bytes:
    """A file of the format, damaged outside or within its packing."""
    seeds = files(suffix)
    if suffix == ".docx" and draw.random() < 0.8:
        return mutate.repacked(draw, draw.choice(seeds))
    if suffix == ".jsonl.gz" and draw.random() < 0.6:
        return gzip.compress(mutate.damaged(draw, files(".jsonl")))
    if suffix == ".txt" and draw.random() < 0.1:
        return draw.randbytes(draw.choice((1, 7, 100, 3000)))
    return mutate.damaged(draw, seeds)


def stdin(draw: random.Random, folder: Path) -> None:
    """A damaged file of any format on standard input."""
    data = damaged_file(draw, draw.choice(SUFFIXES))
    kind = draw.choice(("auto", "auto", "articles", "table", "claims"))
    with in_time("reading the stream"):
        documents = list(read_standard_input(io.BytesIO(data), kind=kind, limits=LIMITS))
    check_documents(documents)


def manifests(draw: random.Random, folder: Path) -> None:
    """A damaged manifest.csv beside an article."""
    head = "file,title,published,publisher,place,language\n"
    rows = 'a.txt,标题,2023-08-01,日报,广东省,zh\nb/c.txt,"x, y",2023/8/2,,,\n./a.txt,,2023年13月1日,,,,,\n'
    seeds = [(head + rows).encode(), (head + rows).encode("gbk"), ("\ufeff" + head + rows).encode("utf-16")]
    (folder / manifest.NAME).write_bytes(mutate.damaged(draw, seeds))
    (folder / "a.txt").write_text("全市立案120宗。\n", encoding="utf-8")
    manifest._load.cache_clear()
    documents = list(read(folder / "a.txt", limits=LIMITS))
    check_documents(documents)
    for document in documents:
        for note in document.notes:
            assert note.zh
            assert note.en


def mixture(draw: random.Random, pieces: tuple[str, ...], most: int) -> str:
    """Words in any order, some of them repeated in place."""
    made = ""
    for _ in range(draw.randrange(1, most)):
        made += draw.choice(pieces) * (1 if draw.random() < 0.97 else draw.choice((2, 3, 30)))
    return made


def article(draw: random.Random, path: str = "a.txt") -> Document:
    """An article of mixed words, or one of the articles damaged."""
    if draw.random() < 0.4:
        text = mixture(draw, WORDS, draw.choice((10, 60, 200)))
    else:
        text = mutate.reworded(draw, articles(), WORDS)
    title = text.split("\n")[0][:60] if draw.random() < 0.3 else ""
    published = draw.choice((date(2023, 8, 15), None, date.min, date.max, date(2024, 2, 29)))
    return Document(path, text, title, published, "", draw.choice(("440100", "", "不明", "000000")), "zh")


def extraction(draw: random.Random, folder: Path) -> None:
    """Any wording, read; also its trace and its table."""
    document = article(draw)
    found = figures_of(document)
    if draw.random() < 0.1:
        from claims.table import from_frame, to_frame
        from claims.trace import trace

        for step in trace(document):
            assert document.text[step.start : step.end] == step.text
        assert from_frame(to_frame(found.claims)) == found.claims


def report_of(documents: list[Document], extractions: list[Extraction], extra: tuple = ()) -> Report:  # type: ignore[type-arg]
    """The report on the documents, after asserting that its findings point where they say, whatever the order."""
    from expectations import check_claims

    claims = [claim for one in extractions for claim in one.claims] + list(extra)
    mentions = [mention for one in extractions for mention in one.mentions]
    with in_time(f"checking {len(claims)} claims", 8.0):
        outcome = check_claims(claims, mentions, documents)
    again = check_claims(claims[::-1], mentions[::-1], documents[::-1])
    assert again == outcome, "the order matters"
    texts = {document.path: document.text for document in documents}
    known = {claim.claim_id for claim in claims}
    assert len({one.id for one in outcome.findings}) == len(outcome.findings), "finding ids repeat"
    for one in outcome.findings:
        assert set(one.claims) <= known
        assert one.message.zh
        assert one.message.en
        assert one.locations
        for place in one.locations:
            assert place.start < 0 or texts[place.document][place.start : place.end] == place.text
        for suspects in one.suspects:
            assert set(suspects) <= known
    assert set(outcome.statuses) <= known
    return Report("0", tuple(documents), tuple(claims), tuple(mentions), outcome)


def rendered(draw: random.Random, report: Report) -> None:
    """Assert that every format of the report is well-formed and harmless."""
    from reports import CLAIM_FORMATS, FORMATS
    from tests.reports.test_hostile import check, check_sheet

    language = draw.choice(("zh", "en"))
    for name in FORMATS:
        with in_time(f"rendering {name}", 8.0):
            told = FORMATS[name](report, language, show_consistent=True)
        if name == "html":
            check_page(told)
        else:
            check(name, told, report)
    for name, renderer in CLAIM_FORMATS.items():
        if name == "parquet" and draw.random() < 0.9:
            continue
        told = renderer(report.claims, report.outcome.statuses, language)
        if isinstance(told, bytes):
            assert told.startswith(b"PAR1")
            continue
        told.encode("utf-8")
        assert not UNSAFE.search(told)
        if name == "csv":
            check_sheet(told, len(report.claims))
        elif name == "json":
            json.loads(told)


def check_page(html: str) -> None:
    """Assert that the page holds no element, attribute or address that the articles brought."""
    from tests.reports.page.parsed import parse

    html.encode("utf-8")
    assert not UNSAFE.search(html)
    parsed = parse(html)
    assert len(parsed.ids) == len(set(parsed.ids)), "element ids repeat"
    for element in parsed.elements:
        assert element.tag not in {"img", "iframe", "object", "embed", "form", "link", "base", "template"}
        assert not any(name.startswith("on") or name in {"src", "style", "action"} for name in element.attributes)
        assert element.attributes.get("href", "#").startswith("#")
    assert len(parsed.all("script")) == len(parsed.all("script", "")) <= html.count("sha256-")


def checking(draw: random.Random, folder: Path) -> None:
    """Several articles, some of them versions of one another, compared."""
    count = draw.choice((1, 2, 2, 3, 5))
    documents = [article(draw, f"{at}.txt") for at in range(count)]
    if draw.random() < 0.5:
        first = documents[0]
        documents[-1] = replace(first, path=f"{count - 1}.txt", text=mutate.renumbered(draw, first.text), title="")
    extractions = [read_figures(document) for document in documents]
    report = report_of(documents, extractions)
    if draw.random() < 0.15:
        rendered(draw, report)


def tables(draw: random.Random, folder: Path) -> None:
    """Tables of claims made at random, beside articles."""
    from checker.outside import from_tables
    from checker.settings import Settings

    paths = []
    for kind in ("reference", "claims"):
        data = claim_table(draw, draw.choice((1, 3, 10, 30)), ("value", "measure", "unit", "source", "period", "place"))
        path = folder / f"{kind}.csv"
        path.write_bytes(mutate.damaged(draw, [data.encode()]) if draw.random() < 0.4 else data.encode())
        paths.append(str(path))
    outside = from_tables(Settings(reference=(paths[0],)), paths[1:])
    for problem in outside.problems:
        assert "Great Expectations" not in problem.what.en, problem.what.en
    text = "2021年末，广东省常住人口12864万人，案件12宗，增长率1.5%。"
    documents = [Document("a.txt", text, published=date(2022, 1, 1))]
    report = report_of(documents, [read_figures(one) for one in documents], outside.claims)
    rendered(draw, replace(report, problems=outside.problems, refused_rows=outside.refused, tables=outside.tables))


def reporters(draw: random.Random, folder: Path) -> None:
    """Hostile words wherever an article, a table or a file name can bring words into a report."""
    from tests.reports.test_hostile import tainted

    words = mixture(draw, HOSTILE, 6)
    if draw.random() < 0.3:
        words += "".join(chr(draw.randrange(0x110000)) for _ in range(draw.randrange(20)))
    rendered(draw, tainted(words))


def configuration(draw: random.Random, folder: Path) -> None:
    """Damaged settings and accepted lists: settings, or one sentence."""
    from checker import accepted
    from checker.newsroom import rules_of
    from checker.settings import settle

    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")
    seeds = [block.encode() for block in re.findall(r"```toml\n(.*?)```", page, re.DOTALL)]
    values = ("1", '"x"', "[]", "{}", "true", "1979-05-27", "[1]", '["a", 1]', "nan", '""', "[[]]", '"\\u0000"', "-1")
    from checker.keys import KEYS

    lines = [f"{draw.choice(list(KEYS))} = {draw.choice(values)}\n" for _ in range(draw.randrange(4))]
    seeds.append("".join(lines).encode())
    (folder / draw.choice(("crossfoot.toml", "pyproject.toml"))).write_bytes(mutate.damaged(draw, seeds))
    entry = accepted.Entry("f1", mixture(draw, HOSTILE, 3) + "x", mixture(draw, HOSTILE, 3), document="a.txt")
    listed = accepted.written([entry]).encode("utf-8", "replace")
    here = Path.cwd()
    try:
        os.chdir(folder)
        for act in (lambda: rules_of(settle({}, ())), lambda: settle({"lang": draw.choice(values)}, (".",)).shown()):
            said = _refusal(act)
            assert not UNSAFE.search(said)
        (folder / "list.toml").write_bytes(listed)
        assert len(accepted.load(folder / "list.toml")) == 1
        (folder / "list.toml").write_bytes(mutate.damaged(draw, [listed, b"accepted = 1", b"[[accepted]]\nid = 1\n"]))
        assert not UNSAFE.search(_refusal(partial(accepted.load, folder / "list.toml")))
    finally:
        os.chdir(here)


def _refusal(act: Callable[[], object]) -> str:
    """What the program says, in both languages, where it cannot do this; empty if it can."""
    from checker.errors import CannotDo, sentence

    try:
        act()
    except CannotDo as error:
        return sentence(error.problem, "zh") + sentence(error.problem, "en")
    return ""


def program(draw: random.Random, folder: Path) -> None:
    """The program itself over a folder of damaged files: its exit status, its sentences, its files."""
    from checker.cli import app

    for at in range(draw.choice((1, 3))):
        suffix = draw.choice(SUFFIXES)
        (folder / f"f{at}{suffix}").write_bytes(damaged_file(draw, suffix))
    (folder / "sound.txt").write_text("2020年全市破案7323宗，比2019年的4892宗上升94.7%。\n", encoding="utf-8")
    here = Path.cwd()
    told, said = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    outputs = ["x.json", "x.sarif", "x.xml", "x.html", "x.csv"]
    command = ["check", ".", "-f", draw.choice(("rich", "concise", "markdown")), "--jobs", "1"]
    command += [word for name in outputs for word in ("-o", name)]
    status: object = None
    try:
        os.chdir(folder)
        with redirect_stdout(told), redirect_stderr(said), in_time("the program", 30.0):
            try:
                app(command)
            except SystemExit as end:
                status = end.code
        results = {name: Path(name).read_text("utf-8") for name in outputs}
    finally:
        os.chdir(here)
    text = b""
    for stream in (told, said):
        stream.flush()
        text += stream.buffer.getvalue()  # type: ignore[attr-defined]
    shown = text.decode("utf-8")
    assert status in (1, 2), (status, shown[-500:])
    assert "error of the program" not in shown, shown[-800:]
    assert "程序自身出错" not in shown, shown[-800:]
    assert not UNSAFE.search(shown)
    found = json.loads(results["x.json"])
    assert any(row["path"] == "sound.txt" and row["error"] is None for row in found["documents"])
    assert any(one["check"] == "growth-mismatch-levels" for one in found["findings"])
    json.loads(results["x.sarif"])
    ElementTree.fromstring(results["x.xml"])
    check_page(results["x.html"])


TARGETS: dict[str, Target] = {
    **{f"read {suffix}": partial(reader, suffix) for suffix in SUFFIXES if suffix != ".htm"},
    "read standard input": stdin,
    "read manifest.csv": manifests,
    "extraction": extraction,
    "checking": checking,
    "tables of claims": tables,
    "reports": reporters,
    "settings": configuration,
    "program": program,
}


def run_case(name: str, number: int) -> None:
    """One case of a target; the same number is the same case."""
    with TemporaryDirectory() as folder:
        TARGETS[name](random.Random(f"{name} {number}"), Path(folder))
