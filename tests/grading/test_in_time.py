"""The clock that cuts a replayed mistake short, whatever the mistake does."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable

import pytest

from interview_cli.grading.diagnosis import same_elsewhere
from interview_cli.grading.diagnosis.replay import all_in_time, in_time
from interview_cli.grading.diagnosis.same_elsewhere import alike_elsewhere
from reference_impls import index

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


def test_all_that_asks_in_time_is_cut_as_a_whole() -> None:
    def many() -> str:
        while True:
            in_time(SECONDS, "late", endless)

    assert all_in_time(5 * SECONDS, "too late", many) == "too late"
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_what_never_ends_on_other_inputs_is_not_alike_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two mistakes of k-means end on the inputs of a grade, and held up the verdict for a minute on these."""
    monkeypatch.setattr(same_elsewhere, "ELSEWHERE_SECONDS", SECONDS)
    problem = index.load("kmeans")
    own = {entry.__name__: entry for entry in problem.entries}
    assert not alike_elsewhere(problem, 1, own, {**own, "kmeans": lambda x, centers, iters=100: endless()})
