"""The contract of the command line: streams, exit codes, JSON keys; nothing else than what a script would rely on."""

from __future__ import annotations

import errno
import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from interview_cli.cli.examination import refusals
from interview_cli.cli.settings import read_config
from interview_cli.cli.wiring import SystemClock
from interview_cli.domain.errors import ConfigError, UnavailableError
from interview_cli.domain.history.event import EventKind
from interview_cli.domain.history.log_reading import SUSPEND
from interview_cli.domain.items.question import KINDS
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.store.events import open_log
from tests.cli.conftest import INTERVIEW, Run
from tests.fakes import FakeClock, Happened, SequentialIds

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
SOON = (date.today() + timedelta(days=9)).isoformat()
WRONG = RIGHT.replace(" / q.shape[-1] ** 0.5", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert f"Example: interview {command}" in done.out.replace("\n ", "")
    assert "range>" not in done.out


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
    assert run("plan", "--date", SOON, "--minutes", "45").code == 0
    held = json.loads(run("plan", "--json").out)
    assert held["minutes"] == 45
    assert [(i["name"], i["date"]) for i in held["interviews"]] == [("interview", SOON)]
    assert run("plan", "--forget", "interview").code == 0
    assert json.loads(run("plan", "--json").out)["interviews"] == []


@pytest.mark.parametrize("wrong", [("--forget", "nobody"), ("--wake", "attention"), ("--date", "2001-01-01")])
def test_a_plan_is_written_as_a_whole_or_not_at_all(run: Run, wrong: tuple[str, str]) -> None:
    given = {"--date": SOON, "--minutes": "45"} | dict([wrong])
    done = run("plan", *(word for option in given.items() for word in option))
    assert (done.code, done.out) == (2, "")
    assert run("log", "export").out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("plan", "--date", "tomorrow"), "'tomorrow' isn't a date"),
        (("plan", "--date", "2001-01-01"), "2001-01-01 has passed"),
        (("plan", "--date", "2999-03-14"), "2999-03-14 is more than 5 years away"),
        (("plan", "--date", SOON, "--name", " "), "the interview's name is empty"),
        (("plan", "--forget", "acme"), "there's no interview 'acme'"),
        (("report", "--format", "pdf"), "there's no format 'pdf'"),
        (("report", "--since", "soon"), "'soon' isn't a period"),
        (("report", "--since", SOON), f"{SOON} is in the future"),
        (("--bank", "nowhere", "bank", "lint"), "--bank nowhere isn't a folder"),
        (("--bank", "nowhere", "find"), "--bank nowhere isn't a folder"),
        (("show", "attenton"), "no item 'attenton'"),
        (("grade", "attenton", "-"), "no problem 'attenton'"),
        (("grade", "attention"), "no file given"),
        (("grade", "attention", "-", "--watch"), "--watch needs one file"),
        (("log", "import", "nowhere.jsonl"), "can't read nowhere.jsonl"),
        (("report", "-o", "nowhere/report.md"), "can't write nowhere/report.md"),
        (("grade", "attention", "-", "--device", "tpu"), "there's no device 'tpu'"),
        (("find", "--kind", "quiz"), "no kind 'quiz'"),
        (("find", "--section", "99"), "there's no section '99'"),
        (("check", "attention", "--answer", "x"), "the program can't mark attention from text"),
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
    assert "this machine has no CUDA device" in done.err


def test_a_right_file_passes_and_a_wrong_one_names_the_missing_scale(run: Run, tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(RIGHT)
    (tmp_path / "wrong.py").write_text(WRONG)
    passed = run("grade", "attention", "right.py")
    assert (passed.code, "right.py" in passed.out) == (0, False), "of one file nobody needs the name"
    done = run("grade", "attention", "wrong.py")
    assert done.code == 1
    assert "no-scale" in done.out
    assert "Your code doesn't divide the scores by √d. It should divide" in " ".join(done.out.split())


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
        "together": None,
    }
    assert verdicts[1]["reproduce"] == "interview grade attention wrong.py --seed 5"


def test_the_verdicts_of_several_files_name_the_file_in_their_headlines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(RIGHT)
    (tmp_path / "wrong.py").write_text(WRONG)
    done = run("grade", "attention", "right.py", "wrong.py", "missing.py", "--seed", "5")
    heads = [line for line in done.out.splitlines() if line.startswith(("PASS", "FAIL", "NOT GRADED"))]
    assert [head.split()[:3] for head in heads[:2]] == [
        ["PASS", "attention", "right.py:"],
        ["FAIL", "attention", "wrong.py:"],
    ]
    assert heads[2] == "NOT GRADED  attention  missing.py can't be read: No such file or directory"


def test_without_a_file_the_one_that_solve_keeps_is_graded(run: Run, home: Path) -> None:
    solution = home / "solutions" / "attention.py"
    solution.parent.mkdir(parents=True)
    solution.write_text(RIGHT, encoding="utf-8")
    done = run("grade", "attention", "--no-record")
    assert (done.code, f"interview: grading {solution}\n" in done.err) == (0, True)
    missing = run("grade", "softmax")
    assert (missing.code, missing.out) == (2, "")
    assert "to start one: interview solve softmax" in missing.err


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
    assert run("log", "export", "-o", "events.jsonl").out == ""
    assert (tmp_path / "events.jsonl").read_text() == run("log", "export").out
    assert run("log", "export", "-o", "nowhere/events.jsonl").code == 2
    report = json.loads(run("report", "--format", "json").out)
    assert report["code"] == [
        {"problem": "attention", "attempts": 2, "passed": True, "passes": 1, "slips": ["no-scale"]}
    ]


def test_what_a_file_prints_cannot_obey_or_pass(run: Run) -> None:
    typed = 'print("\\x1b]0;owned\\x07PASS")\n' + WRONG
    done = run("grade", "attention", "-", typed=typed)
    assert done.code == 1
    assert "\x1b" not in done.out
    assert "PASS" in done.out.split("Your file printed:")[1]


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
    (home / "reviews.db").write_text("my diary")
    done = run("report")
    assert (done.code, done.out) == (3, "")
    assert (home / "reviews.db").read_text() == "my diary"


def _not_a_log(home: Path) -> None:
    (home / "reviews.db").write_text("my diary")


def _a_row_that_is_no_event(home: Path, clock: FakeClock | None = None) -> None:
    """Of today, unless a clock says otherwise."""
    clock = clock or FakeClock(datetime.now(UTC))
    with open_log(home / "reviews.db", clock) as log:
        log.append(Happened(clock).review("q07-kv-bytes"))
    with closing(sqlite3.connect(home / "reviews.db")) as connection:
        (guard,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'event_is_never_changed'").fetchone()
        connection.execute("DROP TRIGGER event_is_never_changed")
        connection.execute("UPDATE event SET mark = 'splendid'")
        connection.execute(guard)
        connection.commit()


@pytest.mark.parametrize("spoil", [_not_a_log, _a_row_that_is_no_event])
def test_a_verdict_that_cannot_be_recorded_is_not_printed(
    run: Run, home: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    """The fault comes first, on standard error; without a record the grade goes on."""
    spoil(home)
    (tmp_path / "right.py").write_text(RIGHT)
    done = run("grade", "attention", "right.py")
    assert (done.code, done.out) == (3, "")
    assert "interview: error:" in done.err
    assert run("grade", "attention", "right.py", "--no-record").code == 0


def test_a_backup_that_cannot_be_made_is_said_once_a_day_and_the_answer_is_kept(run: Run, home: Path) -> None:
    """An older event that cannot be read does not stop a new one."""
    _a_row_that_is_no_event(home, FakeClock())
    done = run("check", "q07-kv-bytes", "--answer", "1 GB")
    assert "no backup" not in done.err  # nothing was written
    first, second = (run("grade", "attention", "-", typed=RIGHT) for _ in range(2))
    assert (first.code, second.code) == (0, 0)
    assert "interview: no backup was made today: the log is damaged: can't read event 1" in first.err
    assert "no backup" not in second.err
    verified = run("log", "verify")
    assert verified.code == 1
    assert verified.out.startswith(
        "can't read event 1 (00000000-0000-0000-0000-000000000001): mark: 'splendid' isn't one"
    )
    aside = run("log", "restore", "--without", "00000000-0000-0000-0000-000000000001")
    assert aside.code == 0
    assert "1 event set aside in " in aside.out
    assert run("log", "verify").code == 0


def test_the_line_to_grade_again_says_all_that_was_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my file.py").write_text(WRONG.replace("def attention", "def mine"))
    done = run("grade", "attention", "my file.py", "--seed", "5", "--entry", "mine", "--timeout", "30", "--json")
    again = json.loads(done.out)["reproduce"]
    assert again == "interview grade attention 'my file.py' --seed 5 --entry mine --timeout 30"
    assert done.out.count("\n") == 1


@pytest.mark.parametrize("name", ["big.py", "-"])
def test_a_file_that_is_no_solution_is_not_read_to_its_end(run: Run, tmp_path: Path, name: str) -> None:
    big = b"# " + b"x" * (1 << 20)
    (tmp_path / "big.py").write_bytes(big)
    done = run("grade", "attention", name, "--json", "--no-record", typed=big)
    assert done.code == 1
    assert json.loads(done.out)["verdict"] == "invalid"
    assert f"{name} is larger than 1024 KiB: give the file of this one solution" in done.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("report",), 0),
        (("--help",), 0),
        (("show", "attention", "--answer"), 0),
        (("bank", "list"), 0),
        (("grade", "attention", "wrong.py"), 1),
        (("check", "q07-kv-bytes", "--answer", "1 B"), 1),
    ],
)
def test_who_reads_no_further_is_no_fault(run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    """Nothing on standard error; what the exit code answers stays."""
    (tmp_path / "wrong.py").write_text(WRONG)
    reading, writing = os.pipe()
    os.close(reading)
    done = run(*arguments, stdout=writing)
    os.close(writing)
    assert (done.code, done.err) == (code, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    "arguments", [("report",), ("--help",), ("find", "attention"), ("bank", "list"), ("log", "export")]
)
def test_a_full_disk_is_the_surroundings_fault_in_one_line_and_a_hint(run: Run, arguments: tuple[str, ...]) -> None:
    run("plan", "--minutes", "45")
    with Path("/dev/full").open("wb") as full:
        done = run(*arguments, stdout=full.fileno())
    assert done.code == 4
    assert done.err == (
        "interview: error: can't write the output: No space left on device\n"
        "hint: free some space, or write somewhere else\n"
    )


def test_a_home_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("--home", str(tmp_path / "file/home"), "report")
    assert (done.code, done.out) == (3, "")
    assert "interview: error:" in done.err


@pytest.mark.parametrize(("closed", "out"), [("0<&-", True), (">&-", False), ("2>&-", True), ("0<&- >&- 2>&-", False)])
def test_a_closed_stream_is_as_one_that_nobody_is_at(run: Run, home: Path, closed: str, out: bool) -> None:
    """Started by a service, or with `<&-`."""
    command = f'exec "{INTERVIEW}" drill --count 1 {closed}'
    done = subprocess.run(
        ["sh", "-c", command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, "INTERVIEW_HOME": str(home)},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert (b"end of the drill" in done.stdout) == out
    assert [json.loads(json.loads(line)["answer"])["state"] for line in run("log", "export").out.splitlines()] == [
        "start",
        "end",
    ]


@pytest.mark.parametrize("command", ["report", "drill", "plan"])
def test_a_file_in_the_place_of_the_home_is_named(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("")
    done = run("--home", str(tmp_path / "file"), command)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"interview: error: the home folder {tmp_path / 'file'} is a file\n")


def test_a_broken_configuration_is_said_before_a_drill_begins(run: Run, home: Path) -> None:
    (home / "config.toml").write_text("x = [")
    done = run("drill", "--count", "1")
    assert (done.code, done.out) == (3, "")
    assert "config.toml" in done.err
    assert run("log", "export").out == ""


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (f"[drill]\nminutes = {'9' * 5000}", "a number has too many digits"),
        (f"editor = 0x{'f' * 9000}", "editor can't be so large a number"),
        (f"editor = {'[' * 5000}{']' * 5000}", "brackets are nested too deeply"),
        (f"{'a' * 5000} = 1", f"there's no setting {'a' * 80}..."),
        ("[drill]\nminutes = 1e300", "drill.minutes can't be 1e+300"),
        ("editor = 2026-01-01", "editor can't be datetime.date(2026, 1, 1)"),
    ],
)
def test_a_configuration_that_python_cannot_read_is_said_in_a_line(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "config.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        read_config(tmp_path / "config.toml")
    assert caught.value.message == f"{tmp_path / 'config.toml'}: {complaint}"


@pytest.mark.parametrize("value", ["'many'", "nan", "inf", "-1"])
def test_a_broken_configuration_names_the_key(run: Run, home: Path, value: str) -> None:
    (home / "config.toml").write_text(f"[drill]\nminutes = {value}\n")
    done = run("plan")
    assert (done.code, done.out) == (3, "")
    assert "drill.minutes" in done.err


@pytest.mark.parametrize(("backup", "code"), [((), 3), (("nowhere.db",), 2), (("solution.py",), 3)])
def test_what_cannot_be_restored_is_said_with_a_hint(
    run: Run, tmp_path: Path, backup: tuple[str, ...], code: int
) -> None:
    """A file that isn't there is the command line's mistake, as for `log import`."""
    (tmp_path / "solution.py").write_text(RIGHT)
    done = run("log", "restore", *backup)
    assert (done.code, done.out) == (code, "")
    assert done.err.count("interview: error:") == 1
    assert "hint: " in done.err


def test_undo_takes_back_the_last_review(run: Run, home: Path) -> None:
    with open_log(home / "reviews.db", FakeClock()) as log:
        log.append(Happened().review("attention"))
    assert run("log", "undo").out.startswith("undone: attention, rated Good at ")
    assert run("log", "undo").code == 1
    assert run("log", "verify").code == 0


def test_undo_takes_back_the_newest_review_though_an_older_one_was_imported_later(run: Run, home: Path) -> None:
    """And says which."""
    laptop, desk = (Happened(FakeClock(), SequentialIds(name)) for name in ("laptop", "desk"))
    laptop.clock.advance(days=1)
    newest, older = laptop.review("q07-kv-bytes"), replace(desk.review("attention"), id="older")
    with open_log(home / "reviews.db", FakeClock()) as log:
        log.append(newest)
        log.merge([older])
    assert run("log", "undo").out == "undone: q07-kv-bytes, rated Good at 2026-03-03 09:00 on another device\n"
    assert run("log", "undo").out.startswith("undone: attention, rated Good at 2026-03-02 09:00")


def test_a_full_disk_is_the_environments_fault_and_the_earlier_file_stays(run: Run, home: Path, tmp_path: Path) -> None:
    with open_log(home / "reviews.db", FakeClock()) as log:
        log.append(Happened().note("q07-kv-bytes", "x" * 5000))
    (tmp_path / "events.jsonl").write_text("the earlier export\n")
    narrow = f"ulimit -f 1; exec {shlex.quote(INTERVIEW)} --home {shlex.quote(str(home))} log export -o events.jsonl"
    done = subprocess.run(["bash", "-c", narrow], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (4, "")
    assert "interview: error: can't write events.jsonl: File too large" in done.stderr
    assert (tmp_path / "events.jsonl").read_text() == "the earlier export\n"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["events.jsonl", "home"]


def test_a_full_disk_under_the_log_is_the_environments_fault_too(run: Run, home: Path, tmp_path: Path) -> None:
    """What was answered before stays."""
    assert run("plan", "--minutes", "45").code == 0
    narrow = f"ulimit -f 1; exec {shlex.quote(INTERVIEW)} --home {shlex.quote(str(home))} plan --minutes 50"
    done = subprocess.run(["bash", "-c", narrow], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (4, "")
    assert "hint: " in done.stderr
    assert json.loads(run("plan", "--json").out)["minutes"] == 45


@pytest.mark.parametrize(("year", "what"), [(9999, "the year 9999"), (1969, "the year 1969")])
def test_a_clock_that_is_far_off_is_the_environments_fault(
    year: int, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An event of that year would stop every later report."""

    class Off(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Off:
            return cls(year, 12, 31, 23, tzinfo=tz)

    monkeypatch.setattr("interview_cli.cli.wiring.datetime", Off)
    with pytest.raises(UnavailableError, match=f"this machine's clock says {what}"):
        SystemClock().now()


def test_an_answer_with_any_line_separator_is_exported_and_imported(run: Run, home: Path, tmp_path: Path) -> None:
    with open_log(home / "reviews.db", FakeClock()) as log:
        log.append(Happened().note("q07-kv-bytes", "one\u2028two\x85three\u2029four"))
    assert run("log", "export", "-o", "events.jsonl").code == 0
    other = ("--home", str(tmp_path / "other"))
    assert run(*other, "log", "import", "events.jsonl").out == "1 event added\n"
    assert run(*other, "log", "export").out == (tmp_path / "events.jsonl").read_text()


def test_a_restore_says_what_it_does_and_what_it_drops_can_be_imported_again(run: Run, home: Path) -> None:
    happened = Happened()
    with open_log(home / "reviews.db", happened.clock) as log:
        log.append(happened.review("q07-kv-bytes"))
        log.append(happened.review("attention"), happened.review("attention"))
    done = run("log", "restore")
    assert done.code == 0
    assert "reviews-2026-03-02.db holds 1 event, the last from 2026-03-02 09:00" in done.err
    assert "the log holds 2 events that this backup lacks" in done.err
    replaced = next(home.glob("reviews.db.replaced-*"))
    assert f"to bring back what the backup lacks: interview log import {replaced}" in done.err
    assert run("log", "import", str(replaced)).out == "2 events added\n"


def test_a_restore_leaves_a_log_alone_that_a_newer_program_wrote(run: Run, home: Path) -> None:
    """Nothing is wrong with it: only the newer program can read it, so no older backup may take its place unasked."""
    happened = Happened()
    with open_log(home / "reviews.db", happened.clock) as log:
        log.append(happened.review("q07-kv-bytes"))
        log.append(happened.review("attention"))
    with closing(sqlite3.connect(home / "reviews.db")) as connection:
        connection.execute("PRAGMA user_version = 99")
    held = (home / "reviews.db").read_bytes()
    done = run("log", "restore")
    assert (done.code, done.out) == (3, "")
    assert "was written by a newer interview" in done.err
    assert "hint: update interview; your log is safe" in done.err
    assert (home / "reviews.db").read_bytes() == held
    backup = next((home / "backups").glob("reviews-*.db"))
    done = run("log", "restore", str(backup))
    assert done.code == 0, "named, a backup is what the user wants"
    assert next(home.glob("reviews.db.replaced-*")).read_bytes() == held


def test_verify_says_what_to_do_about_an_event_that_cannot_be_read(run: Run, home: Path) -> None:
    happened = Happened()
    with open_log(home / "reviews.db", happened.clock) as log:
        log.append(happened.review("q07-kv-bytes"))
    with closing(sqlite3.connect(home / "reviews.db")) as connection:
        connection.execute("DROP TRIGGER event_is_never_changed")
        connection.execute("UPDATE event SET seconds = 'many'")
        connection.execute("CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT 1; END")
        connection.commit()
    done = run("log", "verify")
    assert done.code == 1
    assert "hint: to set it aside and keep the rest: interview log restore --without 1" in done.err
    assert run("log", "restore", "--without", "1").code == 0


def test_a_grade_that_cannot_be_recorded_says_how_to_grade_without_the_log(home: Path, tmp_path: Path) -> None:
    (tmp_path / "solution.py").write_text(RIGHT)
    narrow = f"ulimit -f 1; exec {shlex.quote(INTERVIEW)} --home {shlex.quote(str(home))} grade attention solution.py"
    done = subprocess.run(["bash", "-c", narrow], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (4, "")
    assert "or grade without the log: add --no-record" in done.stderr


def test_an_unknown_problem_is_looked_for_among_the_problems(run: Run) -> None:
    assert "hint: to list them: interview find --kind code" in run("grade", "zzzzzz", "-").err


@pytest.mark.parametrize(("zone", "complaint"), [("UTC+25", "TZ=UTC+25 isn't a time zone")])
def test_a_time_zone_that_is_none_is_the_environments_fault(run: Run, zone: str, complaint: str) -> None:
    done = run("report", TZ=zone)
    assert (done.code, done.out) == (4, "")
    assert f"interview: error: {complaint}" in done.err


def test_an_export_can_be_imported_elsewhere_once(run: Run, home: Path, tmp_path: Path) -> None:
    happened = Happened()
    with open_log(home / "reviews.db", happened.clock) as log:
        log.append(happened.attempt("attention", answer=RIGHT), happened.review("attention"))
    (tmp_path / "events.jsonl").write_text(run("log", "export").out)
    other = ("--home", str(tmp_path / "other"))
    assert run(*other, "log", "import", "events.jsonl").out == "2 events added\n"
    assert run(*other, "log", "import", "events.jsonl").out == "0 events added\n"
    (tmp_path / "events.jsonl").write_text('{"id": 1}\n')
    assert run(*other, "log", "import", "events.jsonl").code == 2


def test_an_export_can_be_imported_from_a_pipe(run: Run, home: Path, tmp_path: Path) -> None:
    with open_log(home / "reviews.db", FakeClock()) as log:
        log.append(Happened().review("attention"))
    other = ("--home", str(tmp_path / "other"))
    assert run(*other, "log", "import", "-", typed=run("log", "export").out).out == "1 event added\n"
    done = run(*other, "log", "import", "-", typed="{}\n")
    assert (done.code, done.out) == (2, "")
    assert "interview: error: standard input:1: not an event" in done.err


def test_an_export_whose_end_is_missing_is_told_so(run: Run, home: Path, tmp_path: Path) -> None:
    """As after a copy that broke off: nothing is imported, and the rest can be."""
    happened = Happened()
    with open_log(home / "reviews.db", happened.clock) as log:
        log.append(happened.review("attention"), happened.review("q07-kv-bytes"))
    export = run("log", "export").out
    (tmp_path / "events.jsonl").write_text(export[:-60])
    other = ("--home", str(tmp_path / "other"))
    done = run(*other, "log", "import", "events.jsonl")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "interview: error: events.jsonl:2: the last line is cut off; nothing was imported\n"
        "hint: copy or export the file again, or delete its last line to import the rest\n"
    )
    (tmp_path / "events.jsonl").write_text(export.splitlines()[0])
    assert run(*other, "log", "import", "events.jsonl").out == "1 event added\n"


def test_verify_says_in_a_line_that_the_file_is_damaged_and_what_to_do(run: Run, home: Path) -> None:
    """However much SQLite complains of: its words are for who repairs a file."""
    happened = Happened()
    with open_log(home / "reviews.db", happened.clock) as log:
        log.append(happened.review("attention"), happened.review("q07-kv-bytes"))
    with (home / "reviews.db").open("r+b") as file:
        file.seek(4096 + 8)
        file.write(b"U" * 8)
    done = run("log", "verify")
    assert done.code == 1
    first, *_ = done.out.splitlines()
    assert first.startswith("the file is damaged (SQLite: Tree 2 page 2 cell ")
    assert first.endswith(" more)")
    assert "***" not in done.out and done.out.count("SQLite") == 1
    assert "hint: to bring back the newest backup, " in done.err


def test_find_lists_what_is_flagged_new_and_due(run: Run) -> None:
    assert run("find", "--flagged").code == 1
    assert "attention" in run("find", "--new", "--kind", "code").out
    assert run("find", "--due").code == 1
    lines = run("find", "dpo", "--json").out.splitlines()
    assert all(json.loads(line)["schema"] == 1 for line in lines)


def test_find_says_what_to_do_about_a_leech(run: Run, home: Path) -> None:
    assert run("find", "--leech").code == 1
    happened = Happened(FakeClock())
    for _ in range(5):
        happened.review("q07-kv-bytes", Rating.AGAIN)
        happened.clock.advance(days=1)
    with open_log(home / "reviews.db", FakeClock()) as log:
        log.append(*happened.events)
    first, second = run("find", "--leech").out.splitlines()
    assert first.startswith("q07-kv-bytes") and second.startswith("    forgotten 4 times: next you get q07-")
    happened.event(EventKind.SETTING, f"{SUSPEND}q07-kv-bytes", answer="true")
    with open_log(home / "reviews.db", FakeClock()) as log:
        log.append(happened.events[-1])
    asleep = "forgotten 4 times; suspended or put off. To be asked again: interview plan --wake q07-kv-bytes"
    assert " ".join(run("find", "--leech").out.split()).endswith(asleep)


def test_an_answer_is_shown_as_one_would_type_it(run: Run) -> None:
    out = run("show", "q09-forward-marginal", "--answer").out
    assert re.search(r"^Answer: [^`]+$", out, re.MULTILINE)
    assert not re.search(r"Not: `", out)


def test_a_reference_is_shown_without_what_only_this_program_needs(run: Run) -> None:
    held = json.loads(run("show", "attention", "--answer", "--json").out)
    assert "reference_impls" not in held["reference"]
    assert "def attention" in held["reference"]
    assert "reference_impls" not in run("show", "attention", "--answer").out


def test_find_puts_a_title_below_its_row_where_the_row_has_no_room(run: Run) -> None:
    row = "q12-cfg-effects                    recall    1"
    assert run("find", "q12-cfg-effects", COLUMNS="60").out.splitlines()[:2] == [
        row,
        "    Costs and effects of guidance",
    ]
    assert run("find", "q12-cfg-effects", COLUMNS="80").out.splitlines()[0] == f"{row}  Costs and effects of guidance"
    prompt = run("find", "q01-guidance-interval", COLUMNS="60").out.splitlines()[1:3]
    assert prompt[0].startswith("    A constant, high") and prompt[1].endswith("…")


def test_find_shows_formulas_of_a_title_as_the_terminal_can(run: Run) -> None:
    first = run("find", "q01-guided-evaluations", COLUMNS="200").out.splitlines()[0]
    assert "You sample in N steps" in first and "$" not in first


def test_find_shows_numbers_where_the_bank_has_names_for_them(run: Run) -> None:
    """Those that `show` shows."""
    lines = run("find", "--kind", "numeric", "--json").out
    assert "{{" not in lines
    assert "{{" not in run("find", "--kind", "numeric").out
    prompts = {held["item"]: held["prompt"] for held in map(json.loads, lines.splitlines())}
    assert prompts["q07-kv-bytes"] == json.loads(run("show", "q07-kv-bytes", "--json").out)["prompt"]


@pytest.mark.parametrize("format_", ["text", "md", "json", "html", "csv"])
def test_a_report_of_nothing_is_a_report(run: Run, format_: str, tmp_path: Path) -> None:
    done = run("report", "--format", format_, "-o", "report.out")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "report.out").read_text().strip()


def test_output_has_no_escape_codes_in_a_pipe_and_fits_60_columns(run: Run) -> None:
    for arguments in (
        (),
        ("show", "attention"),
        ("report",),
        ("show", "q07-kv-bytes", "--answer"),
        ("find", "attention"),
        ("bank", "stats"),
        ("bank", "coverage"),
        ("bank", "list"),
        ("doctor",),
    ):
        done = run(*arguments, COLUMNS="60")
        lines = [line for line in done.out.splitlines() if not line.endswith("/home")]  # a path is left in one piece
        assert "\x1b" not in done.out
        assert max(map(len, lines)) <= 60, max(lines, key=len)


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_the_table_of_the_bank_keeps_its_columns_at_every_width(run: Run, columns: int) -> None:
    lines = run("bank", "stats", COLUMNS=str(columns)).out.splitlines()
    assert len(set(map(len, lines))) == 1
    heads = lines[0].split()[1:]
    assert all(kind.startswith(head) for kind, head in zip((*KINDS, "all"), heads, strict=True))
    assert len(lines[0]) <= columns


def test_doctor_tries_effects_and_prints_json(run: Run) -> None:
    done = run("doctor", "--json")
    held = json.loads(done.out)
    assert done.code == 0
    assert set(held) == {"schema", "versions", "devices", "layers", "effects", "files", "faults"}
    assert len(held["effects"]) >= 12


def test_doctor_finds_a_file_where_a_folder_belongs_and_a_backup_says_it(run: Run, home: Path) -> None:
    run("plan", "--minutes", "45")
    for name in ("solutions", "cache", "backups"):
        path = home / name
        shutil.rmtree(path, ignore_errors=True)
        path.write_text("")
    done = run("doctor", "--json")
    assert done.code == 1
    remedy = "is a file, but it should be a folder: move it away"
    assert json.loads(done.out)["faults"] == [f"{home / name} {remedy}" for name in ("solutions", "backups", "cache")]
    backup = run("log", "backup")
    assert (backup.code, backup.out) == (3, "")
    assert "Errno" not in backup.err
    assert f"hint: {home / 'backups'} {remedy}" in backup.err


def test_doctor_finds_a_home_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    assert refusals(tmp_path / "not made yet") == []
    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    assert refusals(tmp_path / "not made yet") == [f"{tmp_path} can't be written: Read-only file system"]


def test_coverage_is_incomplete_until_every_concept_is_asked(run: Run) -> None:
    done = run("bank", "coverage", "--json")
    held = json.loads(done.out)
    assert done.code == (0 if held["complete"] else 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("interview grade adaln", {"adaln-zero"}),
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
    assert (woken.code, woken.err) == (0, "attention will be asked again\n")
    again = run("plan", "--wake", "attention")
    assert (again.code, again.out) == (2, "")
    assert "attention isn't suspended or buried" in again.err


def test_who_suspends_an_item_is_told_how_to_wake_it(run: Run) -> None:
    suspended = run("drill", "--count", "1", "--kind", "choice", typed=":x\n")
    found = re.search(r"Suspended\. To have it asked again: interview plan --wake (\S+)", suspended.out + suspended.err)
    assert found is not None
    assert run("plan", "--wake", found[1]).code == 0


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
    assert run("plan", "--minutes", "45").out.endswith("45 minutes a day, 20 % of them for code\n")
    assert run("log", "verify").code == 0


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("find", "--kind", "xyz"), "choose one of formula, "),
        (("mock", "--card", "zzzz"), "to list them: interview mock --list"),
        (("show", "zzzz"), "to list them: interview find"),
    ],
)
def test_where_no_name_is_near_it_is_said_where_the_names_are(run: Run, arguments: tuple[str, ...], hint: str) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert f"hint: {hint}" in done.err


def test_the_same_log_gives_the_same_report(run: Run, home: Path) -> None:
    """On the same day, whenever it is asked for."""
    run("check", "q07-kv-bytes", "--answer", "1 GB")
    run("drill", "--count", "2", "--seed", "3", typed="1\n1\n1\n1\n")
    for format_ in ("html", "text"):
        first = run("report", "--format", format_)
        assert first.code == 0, first.err
        assert run("report", "--format", format_).out == first.out


def test_lint_of_the_style_names_items_and_reasons_and_ends_as_lint_does(run: Run, tmp_path: Path) -> None:
    made = run("bank", "new", "q07-mine", "--kind", "recall", "-o", str(tmp_path / "mine.yaml"))
    assert made.code == 0
    folder = tmp_path / "bank/07-transformers"
    folder.mkdir(parents=True)
    text = (tmp_path / "mine.yaml").read_text(encoding="utf-8")
    prompt = next(line for line in text.splitlines() if line.strip().startswith("prompt:"))
    (folder / "mine.yaml").write_text(text.replace(prompt, "    prompt: What is it? Why?"), encoding="utf-8")
    done = run("--bank", str(tmp_path / "bank"), "bank", "lint", "--style")
    assert done.code == 1
    assert "q07-mine.prompt: asks 2 questions: ask one, and make the others follow-ups" in done.out.splitlines()
    assert run("bank", "lint", "--style").code == 0
