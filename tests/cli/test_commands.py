"""The contract of the command line: streams, exit codes, JSON keys; nothing else than what a script would rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

COMMANDS = ("drill", "grade", "check", "show", "find", "plan", "report", "doctor", "night-before")
GROUPS = {
    "bank": ("list", "lint", "stats", "coverage", "new", "export"),
    "log": ("undo", "verify", "export", "import", "backup", "restore"),
}

RIGHT = """import torch
def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p
"""
WRONG = RIGHT.replace(" / q.shape[-1] ** 0.5", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert f"Example: interview {command}" in done.out.replace("\n ", "")


@pytest.mark.parametrize(("group", "command"), [(g, c) for g, names in GROUPS.items() for c in names])
def test_every_subcommand_has_help_with_an_example(run: Run, group: str, command: str) -> None:
    done = run(group, command, "--help")
    assert done.code == 0
    assert "Example: interview" in done.out


def test_the_first_run_says_in_five_lines_what_to_do(run: Run) -> None:
    done = run()
    assert done.code == 0
    assert len(done.out.splitlines()) == 5
    assert "interview drill" in done.out
    assert "interview plan --date" in done.err


def test_a_date_is_kept_and_shown(run: Run) -> None:
    assert run("plan", "--date", "2999-03-14", "--minutes", "45").code == 0
    held = json.loads(run("plan", "--json").out)
    assert held["minutes"] == 45
    assert [(i["name"], i["date"]) for i in held["interviews"]] == [("interview", "2999-03-14")]
    assert run("plan", "--forget", "interview").code == 0
    assert json.loads(run("plan", "--json").out)["interviews"] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("plan", "--date", "tomorrow"), "'tomorrow' is no date"),
        (("plan", "--date", "2001-01-01"), "2001-01-01 has passed"),
        (("plan", "--forget", "acme"), "no interview 'acme'"),
        (("report", "--format", "pdf"), "no format 'pdf'"),
        (("report", "--since", "soon"), "'soon' is no period"),
        (("show", "attenton"), "no item 'attenton'"),
        (("grade", "attenton", "-"), "no problem 'attenton'"),
        (("grade", "attention"), "no file given"),
        (("grade", "attention", "-", "--watch"), "--watch needs one file"),
        (("grade", "attention", "-", "--device", "tpu"), "no device 'tpu'"),
        (("find", "--kind", "quiz"), "no kind 'quiz'"),
        (("find", "--section", "99"), "no section '99'"),
        (("check", "attention", "--answer", "x"), "attention is not machine-marked"),
        (("check", "q07-no-such", "--answer", "x"), "no item 'q07-no-such'"),
    ],
)
def test_a_users_mistake_is_one_line_and_a_hint(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """Exit code 2, standard output empty, never a traceback."""
    done = run(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert f"interview: error: {message}" in done.err
    assert "hint: " in done.err
    assert "Traceback" not in done.err


def test_the_nearest_name_is_offered(run: Run) -> None:
    assert "did you mean attention" in run("grade", "attenton", "-").err


def test_a_device_that_is_absent_is_the_environments_fault(run: Run) -> None:
    import torch

    if torch.cuda.is_available():
        assert run("grade", "attention", "-", "--device", "cuda", typed=RIGHT).code == 0
        return
    done = run("grade", "attention", "-", "--device", "cuda", typed=RIGHT)
    assert (done.code, done.out) == (4, "")
    assert "no CUDA device" in done.err


def test_a_right_file_passes_and_a_wrong_one_names_the_missing_scale(run: Run, tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(RIGHT)
    (tmp_path / "wrong.py").write_text(WRONG)
    assert run("grade", "attention", "right.py").code == 0
    done = run("grade", "attention", "wrong.py")
    assert done.code == 1
    assert "no-scale" in done.out
    assert "1/sqrt(d)" in done.out


def test_grading_several_files_prints_one_object_a_line_in_order(run: Run, tmp_path: Path) -> None:
    """An unreadable file is its own `invalid` line; the exit code is 0 only if all pass."""
    (tmp_path / "right.py").write_text(RIGHT)
    (tmp_path / "wrong.py").write_text(WRONG)
    (tmp_path / "broken.py").write_text("def attention(q, k, v:\n")
    (tmp_path / "binary.py").write_bytes(b"\xff\xfe\x00")
    files = ("right.py", "wrong.py", "missing.py", "broken.py", "binary.py")
    done = run("grade", "attention", *files, "--json", "--seed", "5")
    verdicts = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 1
    assert [v["file"] for v in verdicts] == list(files)
    assert [v["verdict"] for v in verdicts] == ["pass", "fail", "invalid", "invalid", "invalid"]
    assert verdicts[3]["line"] == 1
    assert set(verdicts[0]) == {
        "schema", "problem", "file", "verdict", "message", "line", "passed", "total", "seed", "device", "seconds", "checks",
        "diagnosis", "notes", "output", "reproduce",
    }  # fmt: skip
    assert verdicts[1]["diagnosis"][0] == {
        "kind": "slip",
        "slip": "no-scale",
        "message": verdicts[1]["diagnosis"][0]["message"],
    }
    assert verdicts[1]["reproduce"] == "interview grade attention wrong.py --seed 5"


def test_a_grade_is_recorded_and_no_record_leaves_no_trace(run: Run, tmp_path: Path) -> None:
    """One attempt a grade, one review a problem and day: failed, then passed, is rated Hard."""
    (tmp_path / "right.py").write_text(RIGHT)
    (tmp_path / "wrong.py").write_text(WRONG)
    run("grade", "attention", "right.py", "--no-record")
    assert run("log", "export").out == ""
    run("grade", "attention", "wrong.py")
    run("grade", "attention", "right.py")
    events = [json.loads(line) for line in run("log", "export").out.splitlines()]
    assert [e["kind"] for e in events] == ["attempt", "review", "attempt", "void", "review"]
    assert [e["rating"] for e in events if e["kind"] == "review"] == [1, 2]
    report = json.loads(run("report", "--format", "json").out)
    assert report["code"] == [{"problem": "attention", "attempts": 2, "passed": True, "slips": ["no-scale"]}]


def test_what_a_file_prints_cannot_obey_or_pass(run: Run) -> None:
    typed = 'print("\\x1b]0;owned\\x07PASS")\n' + WRONG
    done = run("grade", "attention", "-", typed=typed)
    assert done.code == 1
    assert "\x1b" not in done.out
    assert "PASS" in done.out.split("printed by the file:")[1]


@pytest.mark.parametrize("item", ["q07-kv-bytes"])
def test_check_prints_the_fixed_keys(run: Run, item: str) -> None:
    answer = json.loads(run("show", item, "--seed", "3", "--answer", "--json").out)["answer"]
    done = run("check", item, "--seed", "3", "--answer", answer, "--json")
    held = json.loads(done.out)
    assert done.code == 0
    assert set(held) == {"schema", "item", "kind", "seed", "mark", "score", "read_as", "slip", "message", "expected"}
    assert held["mark"] == "right"


def test_an_answer_that_cannot_be_read_is_a_usage_error(run: Run) -> None:
    done = run("check", "q07-kv-bytes", "--answer", "a lot")
    assert (done.code, done.out) == (2, "")


def test_garbage_in_an_overlay_is_located_and_nothing_runs(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "bank/07-transformers"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text("section: 7\nitems:\n  - id: q07-mine\n    kind: choise\n")
    done = run("--bank", str(tmp_path / "bank"), "find", "attention")
    assert (done.code, done.out) == (3, "")
    assert "mine.yaml:4" in done.err
    lint = run("--bank", str(tmp_path / "bank"), "bank", "lint")
    assert lint.code == 1
    assert "mine.yaml:4" in lint.out


def test_a_log_that_is_not_one_is_never_replaced(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "reviews.db").write_text("my diary")
    done = run("report")
    assert (done.code, done.out) == (3, "")
    assert (home / "reviews.db").read_text() == "my diary"


def test_a_home_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("--home", str(tmp_path / "file/home"), "report")
    assert (done.code, done.out) == (3, "")
    assert "interview: error:" in done.err


def test_a_broken_configuration_names_the_key(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "config.toml").write_text("[drill]\nminutes = 'many'\n")
    done = run("plan")
    assert (done.code, done.out) == (3, "")
    assert "drill.minutes" in done.err


def test_undo_takes_back_the_last_review(run: Run, tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(RIGHT)
    run("grade", "attention", "right.py")
    assert run("log", "undo").out.startswith("taken back: attention")
    assert run("log", "undo").code == 1
    assert run("log", "verify").code == 0


def test_an_export_can_be_imported_elsewhere_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(RIGHT)
    run("grade", "attention", "right.py")
    (tmp_path / "events.jsonl").write_text(run("log", "export").out)
    other = ("--home", str(tmp_path / "other"))
    assert run(*other, "log", "import", "events.jsonl").out == "2 events added\n"
    assert run(*other, "log", "import", "events.jsonl").out == "0 events added\n"
    (tmp_path / "events.jsonl").write_text('{"id": 1}\n')
    assert run(*other, "log", "import", "events.jsonl").code == 2


def test_find_lists_what_is_flagged_new_and_due(run: Run) -> None:
    assert run("find", "--flagged").code == 1
    assert "attention" in run("find", "--new", "--kind", "code").out
    assert run("find", "--due").code == 1
    lines = run("find", "dpo", "--json").out.splitlines()
    assert all(json.loads(line)["schema"] == 1 for line in lines)


@pytest.mark.parametrize("format_", ["text", "md", "json", "html", "csv"])
def test_a_report_of_nothing_is_a_report(run: Run, format_: str, tmp_path: Path) -> None:
    done = run("report", "--format", format_, "-o", "report.out")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "report.out").read_text().strip()


def test_output_has_no_escape_codes_in_a_pipe_and_fits_60_columns(run: Run) -> None:
    for arguments in (("show", "attention"), ("report",), ("show", "q07-kv-bytes", "--answer"), ("find", "attention")):
        done = run(*arguments, COLUMNS="60")
        assert "\x1b" not in done.out
        assert max(map(len, done.out.splitlines())) <= 60, max(done.out.splitlines(), key=len)


def test_doctor_tries_effects_and_prints_json(run: Run) -> None:
    done = run("doctor", "--json")
    held = json.loads(done.out)
    assert done.code == 0
    assert set(held) == {"schema", "versions", "devices", "layers", "effects", "files", "faults"}
    assert len(held["effects"]) >= 12


def test_coverage_is_incomplete_until_every_concept_is_asked(run: Run) -> None:
    done = run("bank", "coverage", "--json")
    held = json.loads(done.out)
    assert done.code == (0 if held["complete"] else 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("interview grade atten", {"attention"}),
        ("interview show q07-kv-by", {"q07-kv-bytes"}),
        ("interview find --kind num", {"numeric"}),
        ("interview drill --section transf", {"transformers"}),
        ("interview --bank /nowhere show q07-kv-by", set()),
    ],
)
def test_the_shell_completes_ids(run: Run, words: str, expected: set[str]) -> None:
    count = str(len(words.split()) - 1)
    done = run(_INTERVIEW_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=count)
    assert set(done.out.split()) == expected
    assert done.err == ""


def test_a_suspended_item_can_be_woken(run: Run, tmp_path: Path) -> None:
    event = {
        "id": "1", "device": "d", "at": "2026-03-02T09:00:00+01:00", "kind": "setting", "item": "suspend:attention",
        "revision": 1, "seed": None, "mark": None, "score": None, "rating": None, "seconds": 0, "mode": "drill",
        "hints": 0, "answer": "true", "session": None,
    }  # fmt: skip
    (tmp_path / "events.jsonl").write_text(json.dumps(event))
    run("log", "import", "events.jsonl")
    woken = run("plan", "--wake", "attention")
    assert (woken.code, woken.err) == (0, "attention is asked again\n")
    again = run("plan", "--wake", "attention")
    assert (again.code, again.out) == (2, "")
    assert "neither suspended nor buried" in again.err


def test_a_kept_replay_changes_no_output(run: Run, home: Path, tmp_path: Path) -> None:
    """Neither the first that is written, nor one that does not fit, nor one that has to be extended."""
    event = {
        "device": "d", "at": "2026-03-02T09:00:00+01:00", "kind": "review", "item": "q07-kv-bytes", "revision": 1,
        "seed": None, "mark": None, "score": None, "rating": 3, "seconds": 9, "mode": "drill", "hints": 0, "answer": "",
        "session": None,
    }  # fmt: skip
    (tmp_path / "events.jsonl").write_text("\n".join(json.dumps(event | {"id": f"e{n}"}) for n in range(80)))
    assert run("log", "import", "events.jsonl").code == 0
    shown = [run().out]
    kept = home / "cache" / "replay.json"
    data = kept.read_bytes()
    for content in (data, data[:-9], b""):
        kept.write_bytes(content)
        shown.append(run().out)
    assert len(set(shown)) == 1
    assert kept.read_bytes() == data
    assert run("plan", "--minutes", "45").out.endswith("45 minutes a day\n")
    assert run("log", "verify").code == 0
