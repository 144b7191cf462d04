"""Reading `rounds.yaml`: our own is sound, and each fault of another is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_cli.bank.load import packaged_bank
from interview_cli.bank.rounds import read_rounds, round_faults
from interview_cli.domain.errors import BankError
from interview_cli.domain.rounds.blueprint import Pace
from tests.fakes import bank_of, question

SOUND = """\
rounds:
- id: short
  title: Short
  about: One question.
  minutes: 5
  quick_minutes: 1
  concepts: [s07-a]
  weights: {correctness: 1, depth: 0, communication: 1, speed: 1}
  habits: [spoke]
  parts:
  - {name: only, draw: items, minutes: 5, quick_minutes: 1, count: 1, quick_count: 1, pool: {sections: [7]}}
"""


def overlay(folder: Path, text: str) -> Path:
    (folder / "rounds.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_quick_round_takes_a_fifth_of_the_time() -> None:
    for blueprint in read_rounds([packaged_bank()]).values():
        assert blueprint.minutes_at(Pace.QUICK) == blueprint.minutes_at(Pace.FULL) / 5 == 9


def test_an_overlay_adds_a_round_and_replaces_one(tmp_path: Path) -> None:
    rounds = read_rounds([packaged_bank(), overlay(tmp_path, SOUND)])
    assert [*rounds][-1] == "short"
    replaced = read_rounds([packaged_bank(), overlay(tmp_path, SOUND.replace("id: short", "id: coding"))])
    assert replaced["coding"].title == "Short"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("minutes: 5\n", "minutes: 6\n", ":2: rounds[0]: the full parts take 5 minutes, the full round 6"),
        ("draw: items", "draw: item", ":11: rounds[0].parts[0].draw: is the text 'item', which draws nothing"),
        (
            "count: 1, quick",
            "count: none, quick",
            ":11: rounds[0].parts[0].count: is the text 'none', not a whole number",
        ),
        ("sections: [7]", "sections: [77]", ":11: rounds[0].parts[0].pool.sections[0]: is 77: give at most 23"),
        ("habits: [spoke]", "habits: []", ":9: rounds[0].habits: has 0 entries: give at least 1"),
        ("title: Short", "titel: Short", ":3: rounds[0].titel: isn't a known key: did you mean title?"),
        ("rounds:\n", "round:\n", ":1: file: isn't a list under `rounds`"),
        ("- id: short", "- nothing\n- id: short", ":2: rounds[0]: is the text 'nothing', not a mapping"),
        (
            "correctness: 1, depth: 0, communication: 1, speed: 1",
            "correctness: 0, depth: 0, communication: 0, speed: 0",
            "weights: give at least one dimension a weight above 0",
        ),
    ],
)
def test_a_fault_is_said_with_its_line(tmp_path: Path, before: str, after: str, fault: str) -> None:
    assert before in SOUND
    with pytest.raises(BankError) as raised:
        read_rounds([overlay(tmp_path, SOUND.replace(before, after))])
    assert fault in raised.value.message


def test_a_bank_without_rounds_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(BankError, match=r"rounds\.yaml:1: file: is missing"):
        read_rounds([tmp_path])


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("", "", None),
        ("concepts: [s07-a]", "concepts: [s07-b]", "short.concepts: there's no concept s07-b"),
        ("count: 1, quick", "count: 2, quick", "short.only: 1 items match, but 2 are needed"),
        ("{sections: [7]}", "{concepts: [s07-c]}", "short.only: there's no concept s07-c"),
        (
            "draw: items, minutes: 5, quick_minutes: 1, count: 1, quick_count: 1, pool: {sections: [7]}",
            "draw: code, problems: applied, minutes: 5, quick_minutes: 1",
            "there's no applied problem that can be graded",
        ),
        (
            "draw: items, minutes: 5, quick_minutes: 1, count: 1, quick_count: 1, pool: {sections: [7]}",
            "draw: design, minutes: 5, quick_minutes: 1, briefs: [{id: x, design: q07-a, demand: more}]",
            "brief x: q07-a isn't a design item",
        ),
    ],
)
def test_a_round_that_does_not_fit_the_bank_is_said(tmp_path: Path, before: str, after: str, fault: str | None) -> None:
    bank = bank_of(question("q07-a"))
    rounds = read_rounds([overlay(tmp_path, SOUND.replace(before, after) if before else SOUND)])
    faults = list(round_faults(rounds, bank, frozenset()))
    assert faults == [] if fault is None else any(fault in each for each in faults)
