"""The clock that cuts a replayed mistake short, whatever the mistake does."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable

import pytest

from interview_cli.grading.diagnosis.replay import in_time

SECONDS = 0.02


def burn(seconds: float) -> None:
    """Use the processor, outside the kernel, since the clock counts that."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        sum(range(20_000))


class Slow:
    """Python swallows what is raised while this ends."""

    def __del__(self) -> None:
        burn(5 * SECONDS)


def endless() -> str:
    while True:
        pass


def endless_after_a_slow_end() -> str:
    Slow()
    return endless()


def endless_and_excusing_itself() -> str:
    while True:
        try:
            endless()
        except Exception:
            continue


@pytest.mark.parametrize("function", [endless, endless_after_a_slow_end, endless_and_excusing_itself])
def test_what_takes_too_long_is_cut_and_nothing_is_printed_of_it(
    function: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = sys.unraisablehook
    assert in_time(SECONDS, "late", function) == "late"
    assert capsys.readouterr() == ("", "")
    assert sys.unraisablehook is said
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_what_is_quick_answers() -> None:
    assert in_time(1.0, "late", lambda: "quick") == "quick"


def test_it_never_rings_afterwards() -> None:
    in_time(SECONDS, None, Slow)
    burn(4 * SECONDS)
