"""The commands as a person types them: results, sentences, exit statuses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from checker.cli import app
from claims.claim import Extraction
from claims.document import Document

CLASH = "全市立案\n\n2020年全市破获电信诈骗案件7323宗，比2019年的4892宗上升94.7%。\n"
CALM = "全市立案\n\n2020年全市破获电信诈骗案件7323宗，比2019年的4892宗上升49.7%。\n"


def crossfoot(*words: str, input: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=input)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "clash.txt").write_text(CLASH, encoding="utf-8")
    (tmp_path / "calm.txt").write_text(CALM, encoding="utf-8")
    return tmp_path


def test_a_clean_article_ends_with_0_and_prints_only_the_denominators(here: Path) -> None:
    done = crossfoot("check", "calm.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 read" in done.stderr
    assert "3 found" in done.stderr


def test_a_finding_ends_with_1_and_is_a_line_that_tools_can_read(here: Path) -> None:
    done = crossfoot("check", "clash.txt")
    assert done.exit_code == 1
    [line] = done.stdout.splitlines()
    assert line.startswith("clash.txt:3:")
    assert " error growth-mismatch-levels " in line


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_decides_which_findings_count(here: Path, level: str, status: int) -> None:
    assert crossfoot("check", "clash.txt", "--fail-on", level).exit_code == status


def test_standard_input_is_an_article(here: Path) -> None:
    done = crossfoot("check", "-", "-f", "json", input=CLASH.encode())
    assert done.exit_code == 1
    assert json.loads(done.stdout)["documents"][0]["path"] == "-"


def test_the_language_of_the_report_can_be_chosen(here: Path) -> None:
    assert "增" in crossfoot("check", "clash.txt", "--lang", "zh").stdout
    assert "grow" in crossfoot("check", "clash.txt", "--lang", "en").stdout


def test_an_unreadable_article_ends_with_2_and_the_others_are_checked(here: Path) -> None:
    (here / "broken.pdf").write_bytes(b"%PDF-1.7\n\x00\xff\xfe not a page in sight")
    (here / "image.txt").write_bytes(bytes(range(256)) * 40)
    done = crossfoot("check", ".", "-f", "json")
    assert done.exit_code == 2
    report = json.loads(done.stdout)
    errors = {row["path"]: row["error"] for row in report["documents"]}
    assert errors["broken.pdf"]
    assert errors["image.txt"]
    assert errors["calm.txt"] is None
    assert report["findings"]
    assert "broken.pdf" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "nowhere.txt"], "no such file"),
        (["check", "empty"], "no article"),
        (["check", "clash.txt", "--fail-on", "eror"], "Did you mean 'error'?"),
        (["check", "clash.txt", "--select", "growth-mismatch-level"], "Did you mean 'growth-mismatch-levels'?"),
        (["check", "clash.txt", "--ignore", "nothing-like-it"], "no check called"),
        (["check", "clash.txt", "-f", "jsonn"], "Did you mean 'json'?"),
        (["check", "clash.txt", "-o", "x.doc"], "does not say its format"),
        (["check", "clash.txt", "--as-of", "soon"], "a date such as"),
        (["check", "clash.txt", "--jobs", "many"], "--jobs"),
        (["check", "clash.txt", "--lang", "fr"], "one of zh, en"),
        (["check", "--formt", "json"], "Did you mean '--format'?"),
        (["chek"], "Did you mean 'check'?"),
        (["explain"], "CHECK is missing"),
        (["explain", "part-exceeds-hole"], "Did you mean 'part-exceeds-whole'?"),
        (["accept"], "which findings to accept"),
        (["accept", "x1"], "There is no reason"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said_in_a_sentence(here: Path, words: list[str], said: str) -> None:
    (here / "empty").mkdir()
    done = crossfoot(*words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    chinese = crossfoot(*words, "--lang", "zh") if "--lang" not in words else done
    assert chinese.exit_code == 2
    assert "Traceback" not in chinese.stderr


def test_links_in_a_circle_pipes_and_paths_too_long_leave_the_others_checked(here: Path) -> None:
    (here / "circle.txt").symlink_to("circle.txt")
    (here / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(here / "pipe.html")
    os.mkfifo(here / "manifest.csv")
    os.mkfifo(here / "known.csv")
    done = crossfoot("check", ".", "x" * 5000, "--reference", "known.csv")
    assert done.exit_code == 2
    assert "clash.txt:3:" in done.stdout
    for said in ("circle.txt: The symbolic links form a loop", "gone.txt: No such file", "name is too long"):
        assert said in done.stderr
    for pipe in ("pipe.html", "known.csv"):
        assert f"{pipe}: Not a regular file" in done.stderr
    assert "manifest.csv is faulty: it is no regular file but a pipe or device" in done.stderr
    assert "error of the program" not in done.stderr


def test_settings_that_may_not_be_read_are_told_in_a_sentence(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "crossfoot.toml").write_text("")
    read = Path.read_text

    def closed(path: Path, **options: str) -> str:
        if path.name == "crossfoot.toml":
            raise PermissionError(13, "Permission denied")
        return read(path, **options)

    monkeypatch.setattr(Path, "read_text", closed)
    done = crossfoot("check", "clash.txt")
    assert done.exit_code == 2
    assert "crossfoot.toml: Permission denied" in done.stderr
    assert "error of the program" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_under_the_output_is_told_in_a_sentence(here: Path) -> None:
    command = [sys.executable, "-c", "from checker.cli import main; main()", "check", "clash.txt", "-f", "json"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, env=environment, check=False)
    assert done.returncode == 2
    assert done.stderr.endswith("crossfoot: No space is left to write the results.\n")


def test_an_error_of_the_program_shows_its_trace_only_when_asked(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr("checker.settings.find_settings_file", broken)
    quiet, loud = crossfoot("check", "clash.txt"), crossfoot("check", "clash.txt", "--debug")
    assert quiet.exit_code == loud.exit_code == 2
    assert "a wheel came off" in quiet.stderr
    assert "Traceback" not in quiet.stderr
    assert "Traceback" in loud.stderr


def test_an_error_of_the_program_on_one_article_leaves_the_others_checked(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import claims.extraction as extraction

    read = extraction.read_figures

    def broken(document: Document) -> Extraction:
        if document.path == "calm.txt":
            raise RuntimeError("a wheel came off")
        return read(document)

    monkeypatch.setattr(extraction, "read_figures", broken)
    done = crossfoot("check", ".")
    assert done.exit_code == 2
    assert "clash.txt:3:" in done.stdout
    assert "calm.txt: An error of the program itself: RuntimeError: a wheel came off" in done.stderr
    assert "Traceback" in crossfoot("check", ".", "--debug").stderr


def test_what_was_read_with_reservations_is_said_and_changes_no_status(here: Path) -> None:
    (here / "manifest.csv").write_text("file,published\ncalm.txt,soon\n")
    done = crossfoot("check", "calm.txt")
    assert done.exit_code == 0
    assert "line 2" in done.stderr


def test_files_are_written_beside_what_is_printed_and_not_read_as_articles_next_time(here: Path) -> None:
    for _ in range(2):
        done = crossfoot("check", ".", "-f", "json", "-o", "r.html", "-o", "r.sarif", "-o", "r.csv", "-o", "r.md")
        assert done.exit_code == 1
        paths = [row["path"] for row in json.loads(done.stdout)["documents"]]
        assert paths == ["calm.txt", "clash.txt"]
    assert json.loads((here / "r.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (here / "r.html").read_text("utf-8").startswith("<!doctype html>")


def test_show_config_names_the_origin_of_each_value(here: Path) -> None:
    (here / "crossfoot.toml").write_text('fail-on = "warning"\n')
    shown = crossfoot("check", "--show-config", "--lang", "en").stdout
    assert "fail-on = warning  # crossfoot.toml\n" in shown
    assert "lang = en  # command line\n" in shown
    assert "jobs = 0  # default\n" in shown


def test_a_severity_can_be_replaced_and_a_check_left_out(here: Path) -> None:
    (here / "crossfoot.toml").write_text('[severities]\ngrowth-mismatch-levels = "note"\n')
    done = crossfoot("check", "clash.txt")
    assert done.exit_code == 0
    assert ": note growth-mismatch-levels " in done.stdout
    assert crossfoot("check", "clash.txt", "--ignore", "growth-mismatch-levels").stdout == ""


def test_accepted_findings_are_hidden_until_asked_for_and_stale_ones_are_named(here: Path) -> None:
    id = json.loads(crossfoot("check", "clash.txt", "-f", "json").stdout)["findings"][0]["id"]
    done = crossfoot("accept", id, "--reason", "已核实", "--by", "李", "--in", "clash.txt")
    assert done.exit_code == 0, done.stderr
    after = crossfoot("check", "clash.txt")
    assert (after.exit_code, after.stdout) == (0, "")
    assert "growth-mismatch-levels" in crossfoot("check", "clash.txt", "--show-accepted").stdout
    assert json.loads(crossfoot("check", "clash.txt", "-f", "json").stdout)["findings"][0]["accepted"]["by"] == "李"

    (here / "clash.txt").write_text("新闻眉题\n\n" + CLASH + "\n编辑在别处加了一句话。\n", encoding="utf-8")
    assert crossfoot("check", "clash.txt").stdout == "", "ids survive edits elsewhere"

    (here / "clash.txt").write_text(CALM, encoding="utf-8")
    assert crossfoot("accept", "--prune", "--in", "clash.txt").exit_code == 0
    assert id not in (here / "crossfoot.accepted.toml").read_text("utf-8")


def test_pruning_leaves_what_other_articles_and_checks_had_accepted(here: Path) -> None:
    id = json.loads(crossfoot("check", "clash.txt", "-f", "json").stdout)["findings"][0]["id"]
    assert crossfoot("accept", id, "--reason", "已核实", "--in", "clash.txt").exit_code == 0
    (here / "calm.txt").write_text(CALM, encoding="utf-8")
    assert crossfoot("accept", "--prune", "--in", "calm.txt").exit_code == 0
    assert id in (here / "crossfoot.accepted.toml").read_text("utf-8")
    told = json.loads(crossfoot("check", "clash.txt", "--select", "impossible-value", "-f", "json").stdout)
    assert told["stale_acceptances"] == []


def test_accept_all_is_a_baseline_and_knows_unknown_ids(here: Path) -> None:
    assert crossfoot("accept", "--all", "--reason", "旧稿", "--in", ".").exit_code == 0
    assert crossfoot("check", ".").exit_code == 0
    unknown = crossfoot("accept", "f00", "--reason", "x", "--in", ".")
    assert unknown.exit_code == 2
    assert "no finding called 'f00'" in unknown.stderr


def test_a_comment_in_the_article_accepts(here: Path) -> None:
    note = "<!-- crossfoot: accept growth-mismatch-levels 口径不同 -->"
    (here / "note.md").write_text(CLASH.replace("2020年", f"{note}\n2020年", 1), encoding="utf-8")
    done = crossfoot("check", "note.md", "-f", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["findings"][0]["accepted"]["reason"] == "口径不同"


def test_the_claim_table_has_the_fields_of_the_contract_and_its_offsets_fit_the_text(here: Path) -> None:
    text = crossfoot("claims", "clash.txt", "--text").stdout
    assert text == CLASH
    rows = [json.loads(line) for line in crossfoot("claims", "clash.txt", "-f", "jsonl").stdout.splitlines()]
    assert [row["value"] for row in rows] == [7323, 4892, 94.7]
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)


def test_trace_names_the_rule_that_read_each_figure(here: Path) -> None:
    rows = [json.loads(line) for line in crossfoot("claims", "clash.txt", "-f", "jsonl").stdout.splitlines()]
    lines = [line for line in crossfoot("claims", "clash.txt", "--trace").stdout.splitlines() if " = " in line]
    assert len(lines) == len(rows)
    assert all(f"[{row['rule']}]" in line and row["rule"] for row, line in zip(rows, lines, strict=True))


def test_trace_says_which_numerals_are_no_figures_and_why(here: Path) -> None:
    (here / "a.txt").write_text("第21届运动会上，全市共有125人获奖。\n", encoding="utf-8")
    lines = crossfoot("claims", "a.txt", "--trace", "--lang", "en").stdout.splitlines()
    assert "a.txt:1:1: 第21 – ordinal, not read as a figure  read as=21" in lines
    steps = [json.loads(line) for line in crossfoot("claims", "a.txt", "--trace", "-f", "json").stdout.splitlines()]
    assert [(step["step"], step["text"]) for step in steps if step["step"] != "sentence"] == [
        ("left_out", "第21"),
        ("claim", "125"),
    ]
    assert [step["claim"]["value"] for step in steps if step["step"] == "claim"] == [125]


def test_known_figures_are_compared_with_and_faulty_rows_named(here: Path) -> None:
    (here / "a.txt").write_text("2021年末，广东省常住人口12864万人。\n", encoding="utf-8")
    table = "measure,place,period,value,unit,source\n常住人口,440000,2021-12-31,12684,万人,统计公报\n"
    (here / "known.csv").write_text(table, encoding="utf-8")
    done = crossfoot("check", "a.txt", "--reference", "known.csv")
    assert done.exit_code == 1
    assert " reference-differs " in done.stdout
    assert "known.csv#2" in done.stdout

    (here / "known.csv").write_text(table + "常住人口,440100,2021-12-31,不详,万人,统计公报\n", encoding="utf-8")
    done = crossfoot("check", "a.txt", "--reference", "known.csv")
    assert done.exit_code == 2
    assert " reference-differs " in done.stdout
    assert "known.csv:3: value 不详" in done.stderr

    for content, said in (("measure,place\n常住人口,440000\n", "column value is missing"), (None, "No such file")):
        (here / "known.csv").unlink()
        if content:
            (here / "known.csv").write_text(content, encoding="utf-8")
        done = crossfoot("check", "clash.txt", "--reference", "known.csv")
        assert done.exit_code == 2
        assert said.lower() in done.stderr.lower()
        assert "growth-mismatch-levels" in done.stdout


def test_a_table_of_claims_takes_part_and_is_no_article(here: Path) -> None:
    (here / "claims.csv").write_text("measure,value\n破案数,123\n", encoding="utf-8")
    report = json.loads(crossfoot("check", "claims.csv", "calm.txt", "-f", "json").stdout)
    assert [row["path"] for row in report["documents"]] == ["calm.txt"]
    assert [claim["origin"] for claim in report["claims"]].count("claims claims.csv#2") == 1


def test_names_and_words_that_steer_a_terminal_do_not_reach_it(here: Path) -> None:
    name = "a\x1b]0;owned\x07.txt"
    (here / name).write_text("全市\x1b[31m破获案件73\u202e23宗，比上年的4892宗上升94.7%。\n", encoding="utf-8")
    (here / f"b{name}").write_bytes(b"")
    for words in (["check", "."], ["check", name, "-f", "rich"], ["claims", name, "--trace"], ["check", f"x{name}"]):
        done = crossfoot(*words)
        assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr), words


def test_rules_lists_every_check_and_explain_runs_its_examples(here: Path) -> None:
    from expectations.check import all_checks

    listed = crossfoot("rules").stdout
    assert all(name in listed for name in all_checks())
    for language in ("zh", "en"):
        shown = crossfoot("explain", "growth-mismatch-levels", "--lang", language)
        assert shown.exit_code == 0
        ran = [line for line in shown.stdout.splitlines() if line.startswith(("√ ", "× "))]
        assert len(ran) == len(all_checks()["growth-mismatch-levels"].examples)
    by_code = crossfoot("explain", all_checks()["growth-mismatch-levels"].code)
    assert "growth-mismatch-levels" in by_code.stdout


def test_version_and_help(here: Path) -> None:
    assert crossfoot("--version").stdout.startswith("crossfoot 0.")
    assert crossfoot("--help").exit_code == 0
    assert "--fail-on" in crossfoot("check", "--help").stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("crossfoot check --select growth-mis", "growth-mismatch-levels"),
        ("crossfoot explain part-exc", "part-exceeds-whole"),
        ("crossfoot check --fail-on wa", "warning"),
        ("crossfoot check -f sa", "sarif"),
    ],
)
def test_the_shell_completes_names(typed: str, offered: str) -> None:
    words = {"_CROSSFOOT_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    assert CliRunner().invoke(app, [], env=words, prog_name="crossfoot").stdout.split() == [offered]
