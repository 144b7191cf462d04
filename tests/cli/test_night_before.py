"""`interview night-before`: an entry a line, kept at once, gone on with; the morning asks what could not be said."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path

import yaml

from interview_cli.domain.memory.fsrs import Rating
from interview_cli.store.events import open_log
from tests.cli.conftest import Run
from tests.conftest import ROOT
from tests.fakes import FakeClock, Happened

ENTRIES = yaml.load((ROOT / "question_bank/night_before.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)["entries"]


def answers(run: Run) -> dict[str, bool]:
    """What the log holds, by entry."""
    events = [json.loads(line) for line in run("log", "export").out.splitlines()]
    return {e["item"]: json.loads(e["answer"])["ok"] for e in events if e["kind"] == "setting"}


def yesterday(run: Run, tmp_path: Path, **said: bool) -> None:
    """A log in which these entries were answered the evening before."""
    lines = []
    for number, (entry, ok) in enumerate(said.items()):
        at = datetime.now().astimezone() - timedelta(days=1)
        event = {
            "id": f"y{number}", "device": "other", "at": at.isoformat(), "kind": "setting", "revision": 1,
            "item": f"checklist:{entry.replace('_', '-')}", "seed": None, "mark": None, "score": None, "rating": None,
            "seconds": 0.0, "mode": "drill", "hints": 0, "session": None,
            "answer": json.dumps({"on": (at - timedelta(hours=4)).date().isoformat(), "ok": ok}),
        }  # fmt: skip
        lines.append(json.dumps(event))
    (tmp_path / "yesterday.jsonl").write_text("\n".join(lines))
    assert run("log", "import", "yesterday.jsonl").code == 0


def test_its_help_has_an_example(run: Run) -> None:
    done = run("night-before", "--help")
    assert done.code == 0
    assert "Example: interview night-before" in done.out


def test_the_end_of_input_ends_it_after_showing_the_first_entry(run: Run) -> None:
    done = run("night-before", COLUMNS="60")
    assert (done.code, done.err) == (0, "")
    flat = " ".join(done.out.split())
    assert ENTRIES[0]["title"] in flat
    assert ENTRIES[0]["drill"] in flat
    assert flat.count("never seen") == len(ENTRIES[0]["concepts"])
    assert f"You could say 0. Not yet: 0. Unanswered: {len(ENTRIES)}." in flat
    assert "\x1b" not in done.out
    assert max(map(len, done.out.splitlines())) <= 60
    assert answers(run) == {}


def test_every_line_answers_one_entry_and_the_next_call_goes_on(run: Run) -> None:
    first = run("night-before", typed="y\nn\n\nq\n")
    assert first.code == 0
    assert f"You could say 1. Not yet: 1. Unanswered: {len(ENTRIES) - 2}." in first.out
    assert re.search(r"interview drill( --section \d+)+", first.out)
    assert answers(run) == {f"checklist:{ENTRIES[0]['id']}": True, f"checklist:{ENTRIES[1]['id']}": False}
    second = run("night-before")
    assert f"Continuing: {len(ENTRIES) - 2} to go." in second.out
    assert ENTRIES[2]["drill"][:40] in second.out
    assert ENTRIES[1]["drill"][:40] not in second.out


def test_a_key_that_is_none_is_said_and_the_entry_stays(run: Run) -> None:
    done = run("night-before", typed="yes please\nn\nq\n")
    assert done.code == 0
    assert "There's no key yes please" in done.out
    assert answers(run) == {f"checklist:{ENTRIES[0]['id']}": False}


def test_an_entry_is_revealed_and_help_lists_the_keys(run: Run) -> None:
    done = run("night-before", typed="r\n?\nq\n")
    assert done.code == 0
    assert "More: interview show " in done.out
    assert "reveal what a strong answer says, one concept at a time" in done.out


def test_all_of_it_can_be_piped(run: Run) -> None:
    done = run("night-before", typed="y\n" * len(ENTRIES))
    assert done.code == 0
    assert f"You could say {len(ENTRIES)}. Not yet: 0. Unanswered: 0." in done.out
    assert all(entry["title"] in done.out for entry in ENTRIES)
    assert "Nothing is left" in run("night-before").out


def test_the_morning_asks_only_what_could_not_be_said_and_ends_with_a_warm_up(run: Run, tmp_path: Path) -> None:
    others = {entry["id"].replace("-", "_"): True for entry in ENTRIES}
    yesterday(run, tmp_path, **(others | {"elbo": False}))
    done = run("night-before", "--morning", typed="n\n")
    assert done.code == 0
    assert "1 of 1" in done.out
    assert "The ELBO, two ways" in done.out
    assert "Don't learn anything new this morning" in done.out
    assert "interview drill --cram --new 0 --section 8\n" in done.out
    problem = re.search(r"interview grade ([a-z0-9-]+) --paste", done.out)
    assert problem and run("show", problem[1]).code == 0


def test_a_concept_that_was_failed_today_is_shaky(run: Run, home: Path) -> None:
    clock = FakeClock(datetime.now().astimezone())
    with open_log(home / "reviews.db", clock) as log:
        log.append(Happened(clock).review("kv-cache-bytes", Rating.AGAIN))
    typed = "\n" * [entry["id"] for entry in ENTRIES].index("rope-and-cache")
    assert re.search(r"shaky \d+ %", run("night-before", typed=typed).out)
