"""The clock as it is shown and heard, and what a plain prompt does at zero."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from interview_cli.domain.items.question import KeyPoint
from interview_cli.services.mock.steps import Left
from interview_cli.ui.asking.lines import EndOfInput, Interrupts, Ticks
from interview_cli.ui.asking.timed import Break, Countdown, PlainTimedAsker, Shape, TimeUp, Typed, clock_face
from interview_cli.ui.terminal import Terminal


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (None, ""),
        (Left(None, 2292.2), "38:12 left"),
        (Left(20.6, 2292.2), "0:21 · round 38:12"),
        (Left(None, -3.0), "0:00 left"),
        (Left(None, 300.0), "5:00 left · LAST 5 MINUTES"),
        (Left(None, 286.0), "4:46 left · LAST 5 MINUTES"),
        (Left(None, 284.0), "4:44 left"),
        (Left(12.0, 59.0), "0:12 · round 0:59 · LAST MINUTE"),
    ],
)
def test_the_clock_as_it_is_shown(left: Left | None, text: str) -> None:
    assert Countdown(lambda: left).text == text


@pytest.mark.parametrize(
    ("seconds", "face"), [(60.4, "1:00"), (59.6, "1:00"), (59.4, "0:59"), (0.4, "0:00"), (-9, "0:00")]
)
def test_a_clock_face_is_within_half_a_second(seconds: float, face: str) -> None:
    assert clock_face(seconds) == face


def test_each_warning_is_heard_once_and_none_that_had_passed_before() -> None:
    times = [400, 301, 299.9, 299, 61, 60, 59, -1]
    left = [0.0]
    countdown = Countdown(lambda: Left(None, left[0]))
    heard = []
    for left[0] in times:
        heard.append(countdown.warning())
    assert heard == [None, None, "5 minutes left", None, None, "1 minute left", None, None]
    left[0] = 200
    late = Countdown(lambda: Left(None, left[0]))
    assert late.warning() is None


def test_the_task_or_the_round_collects_whichever_ends_first() -> None:
    assert Countdown(lambda: Left(30, 20)).seconds == 20
    assert Countdown(lambda: Left(30, 40)).seconds == 30
    assert Countdown(lambda: None).seconds == math.inf
    assert Countdown(lambda: Left(0, 40)).is_up


def test_a_break_is_measured_and_ends_nothing() -> None:
    now = [1000.0]
    pause = Break(lambda: now[0], 5)
    now[0] += 400
    assert (pause.text, pause.is_up, pause.warning()) == ("break 6:40 of 5:00", False, None)


ENDLESS = Countdown(lambda: None)


@contextmanager
def piped(typed: str, *, is_open: bool = False) -> Iterator[PlainTimedAsker]:
    """An asker that reads this from a pipe, whose writer is still there where it is open."""
    reading, writing = os.pipe()
    os.write(writing, typed.encode())
    if not is_open:
        os.close(writing)
    with open(reading, encoding="utf-8") as stdin, open(os.devnull, "w") as out, Interrupts() as interrupts:
        yield PlainTimedAsker(Terminal(stdin, out, out, {}), interrupts)
    if is_open:
        os.close(writing)


def keep(text: str) -> None:
    del text


def keep_none(points: frozenset[int]) -> None:
    del points


def test_a_pipe_gives_one_line_for_each_prompt_and_then_its_end() -> None:
    with piped("one\ntwo\nlast") as asker:
        assert asker.answer("> ", (), ENDLESS, "", keep, Shape.TEXT) == Typed("one")
        assert asker.key("> ", (), ENDLESS) == "two"
        assert asker.answer("> ", (), ENDLESS, "", keep, Shape.LINE) == Typed("last")
        with pytest.raises(EndOfInput):
            asker.key("> ", (), ENDLESS)


def test_an_empty_line_hands_in_the_draft() -> None:
    with piped("\n") as asker:
        assert asker.answer("> ", (), ENDLESS, "from before", keep, Shape.TEXT) == Typed("from before")


def test_at_zero_the_line_that_nobody_ended_is_collected() -> None:
    clock = iter([5.0] * 6)
    with piped("half a li", is_open=True) as asker:
        countdown = Countdown(lambda: Left(None, next(clock, 0.0)))
        assert asker.answer("> ", (), countdown, "", keep, Shape.LINE) == TimeUp("half a li")


def test_a_paste_ends_at_a_full_stop() -> None:
    with piped("a\n\nb\n.\nrest\n") as asker:
        assert asker.paste(ENDLESS) == Typed("a\n\nb\n")
        assert asker.key("> ", (), ENDLESS) == "rest"


@pytest.mark.parametrize(("typed", "read"), [("1 3", {0, 2}), ("a", {0, 1, 2}), ("", set()), ("q", "q"), ("7", "7")])
def test_ticks_are_numbers_and_other_keys_are_handed_on(typed: str, read: set[int] | str) -> None:
    three = [KeyPoint(text=text) for text in ("one", "two", "three")]
    points, key = (frozenset[int](), read) if isinstance(read, str) else (frozenset(read), "")
    with piped(f"{typed}\n") as asker:
        assert asker.ticks("? ", (), three, ENDLESS, frozenset(), keep_none) == Ticks(points, key)


def test_ticks_of_a_list_that_was_left_stand_in_it_when_it_comes_again() -> None:
    two = [KeyPoint(text=text) for text in ("one", "two")]
    with piped("\n") as asker:
        assert asker.ticks("? ", (), two, ENDLESS, frozenset({1}), keep_none) == Ticks(frozenset({1}), "")
