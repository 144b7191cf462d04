"""What reports say of planted mistakes: found by kind, and the time of each."""

from __future__ import annotations

import json

from interview_cli.domain.items.answer import Mark
from interview_cli.domain.progress.debugging import BugsOfKind, bugs_by_kind
from tests.fakes import Happened

KINDS = {"no-scale": "scale", "by-d": "scale", "flipped": "sign"}


def answer(*left: str) -> str:
    return json.dumps({"verdict": "fail", "slips": left, "source": "x", "planted": KINDS})


def test_mistakes_are_counted_by_kind_with_the_median_time_of_each() -> None:
    happened = Happened()
    tried = [(60.0, answer(*KINDS)), (60.0, answer("by-d", "flipped")), (200.0, answer("by-d"))]
    for seconds, text in tried:
        happened.attempt("q07-debug-a", mark=Mark.WRONG, seconds=seconds, answer=text, session="s")
    assert bugs_by_kind(happened.events) == (
        BugsOfKind("scale", planted=2, found=1, seconds=120.0),
        BugsOfKind("sign", planted=1, found=1, seconds=200.0),
    )


def test_what_is_found_at_once_shares_the_time_and_what_comes_back_is_not_found() -> None:
    happened = Happened()
    for text in (answer("flipped"), answer("flipped", "by-d")):
        happened.attempt("q07-debug-a", mark=Mark.WRONG, seconds=100, answer=text, session="s")
    assert bugs_by_kind(happened.events) == (
        BugsOfKind("scale", planted=2, found=1, seconds=50.0),
        BugsOfKind("sign", planted=1, found=0, seconds=None),
    )


def test_the_time_of_a_save_that_could_not_be_run_counts() -> None:
    happened = Happened()
    for mark, text in ((Mark.UNREADABLE, answer(*KINDS)), (Mark.RIGHT, answer())):
        happened.attempt("q07-debug-a", mark=mark, seconds=60.0, answer=text, session="s")
    assert [row.seconds for row in bugs_by_kind(happened.events)] == [40.0, 40.0]


def test_other_attempts_and_files_that_could_not_be_run_count_nowhere() -> None:
    happened = Happened()
    happened.attempt("attention", mark=Mark.WRONG, answer=json.dumps({"verdict": "fail", "slips": [], "source": "x"}))
    happened.attempt("q07-debug-a", mark=Mark.UNREADABLE, answer=answer(*KINDS))
    assert bugs_by_kind(happened.events) == ()


def test_what_the_last_hint_told_is_not_found_and_counts_apart() -> None:
    """Four hints tell the first mistake that is left, `no-scale`; the fifth is on the next one and tells nothing yet."""
    happened = Happened()
    tried = [(3, answer(*KINDS)), (4, answer("by-d", "flipped")), (5, answer())]
    for hints, text in tried:
        happened.attempt("q07-debug-a", mark=Mark.WRONG, seconds=60.0, answer=text, session="s", hints=hints)
    assert bugs_by_kind(happened.events) == (
        BugsOfKind("scale", planted=2, found=1, seconds=30.0, told=1),
        BugsOfKind("sign", planted=1, found=1, seconds=30.0),
    )


def test_what_was_told_and_left_is_not_told() -> None:
    happened = Happened()
    happened.attempt("q07-debug-a", mark=Mark.WRONG, seconds=60.0, answer=answer(*KINDS), session="s", hints=4)
    assert [(row.found, row.told) for row in bugs_by_kind(happened.events)] == [(0, 0), (0, 0)]
