"""A kept outlook is used exactly where a new look would say the same."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.memory.fsrs import Rating
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.outlook import outlook
from interview_cli.store.outlook_cache import key, read_outlooks, write_outlooks
from tests.fakes import ZONE, FakeClock, Happened, bank_of, question

MONDAY = date(2026, 3, 2)
LAB = Interview("lab", MONDAY + timedelta(days=9), {7: 3.0})
BANK = bank_of(*(question(f"q07-n{number}") for number in range(9)))


def key_of(happened: Happened, *, day: date = MONDAY, lab: Interview = LAB, minutes: float = 6) -> str:
    return key(BANK, catch_up(happened.events, BANK.items, ZONE), day, [lab], minutes, frozenset())


def test_what_was_kept_is_read_as_it_was(tmp_path: Path) -> None:
    happened = Happened(FakeClock())
    found = outlook(BANK, catch_up([], BANK.items, ZONE), MONDAY, [LAB], LAB, 0, frozenset())
    assert found.missed and found.path
    write_outlooks(tmp_path / "cache", key_of(happened), [found])
    assert read_outlooks(tmp_path / "cache", key_of(happened)) == (found,)
    assert read_outlooks(tmp_path / "cache", key_of(happened, minutes=7)) is None


def test_a_look_ahead_that_was_kept_in_the_log_changes_nothing() -> None:
    happened = Happened(FakeClock())
    before = key_of(happened)
    happened.setting("forecast:lab:2026-03-02", {"on": "2026-03-11"})
    assert key_of(happened) == before


def test_all_that_an_outlook_follows_from_is_in_the_key() -> None:
    happened = Happened(FakeClock())
    seen = {
        key_of(happened),
        key_of(happened, minutes=7),
        key_of(happened, day=MONDAY + timedelta(days=1)),
        key_of(happened, lab=Interview("lab", LAB.on, {7: 2.0})),
        key_of(happened, lab=Interview("lab", MONDAY)),
    }
    for name, value in (("off:2026-03-05", True), ("suspend:q07-n0", True)):
        happened.setting(name, value)
        seen.add(key_of(happened))
    happened.review("q07-n1", Rating.GOOD, seconds=9)
    seen.add(key_of(happened))
    assert len(seen) == 8


@pytest.mark.parametrize("content", [b"", b"nothing", b"\xff\n[]"])
def test_a_file_that_is_no_cache_is_passed_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "outlook.json").write_bytes(content)
    assert read_outlooks(tmp_path, key_of(Happened(FakeClock()))) is None


def test_a_body_that_is_torn_is_passed_over(tmp_path: Path) -> None:
    wanted = key_of(Happened(FakeClock()))
    write_outlooks(tmp_path, wanted, [])
    (tmp_path / "outlook.json").write_bytes(wanted.encode() + b'\n[{"on": "2026')
    assert read_outlooks(tmp_path, wanted) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in its place")
    write_outlooks(tmp_path / "cache", "key", [])
    assert read_outlooks(tmp_path / "cache", "key") is None
