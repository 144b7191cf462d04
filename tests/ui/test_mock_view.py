"""What a scorecard shows, apart from what it says."""

from __future__ import annotations

import io

import pytest

from interview_cli.domain.items.question import KeyPoint
from interview_cli.domain.items.verdict import NOT_ASKED, CheckResult, CheckStatus, Outcome, Verdict
from interview_cli.domain.rounds.scorecard import Ended, scorecard
from interview_cli.services.mock.steps import Left
from interview_cli.ui.mock.view import clocks_left, show_card, show_loop, show_samples
from interview_cli.ui.points import which_said
from interview_cli.ui.terminal import Terminal
from tests.domain.test_mock_scorecard import outcome, seen


def test_a_note_ends_without_a_full_stop_before_what_was_missed() -> None:
    out = io.StringIO()
    card = scorecard(seen(outcome(0.0, note="Your answer is off by a factor of 0.986.", missed=("expected 5 nats",))))
    show_card(card, None, "an-id", Terminal(out, out, out, {"COLUMNS": "200"}))
    assert "Your answer is off by a factor of 0.986; expected 5 nats" in " ".join(out.getvalue().split())


def samples_of(outcome: Outcome, message: str, *checks: CheckResult) -> str:
    out = io.StringIO()
    show_samples(Verdict("p", "p.py", outcome, message, 1, checks=checks), Terminal(out, out, out, {"COLUMNS": "200"}))
    return " ".join(out.getvalue().split())


def test_code_of_which_nothing_could_be_run_is_told_why() -> None:
    """No sample has failed: none was asked of the code."""
    left_out = [CheckResult(name, CheckStatus.NOT_RUN, NOT_ASKED) for name in ("one", "two", "three")]
    shown = samples_of(Outcome.INVALID, "Your code also needs mu.", *left_out)
    assert "NOT GRADED p Your code also needs mu." in shown
    assert "FAIL" not in shown
    assert "checks were graded" not in shown


def test_a_sample_that_was_not_run_has_not_failed() -> None:
    first, second, third = (CheckResult(name, CheckStatus.NOT_RUN) for name in ("one", "two", "three"))
    late = CheckResult("one", CheckStatus.ERROR, "the solution ran for more than 10 s")
    assert samples_of(Outcome.TIMEOUT, "t", late, second, third) == (
        "FAIL sample: one case one what the solution ran for more than 10 s NOT RUN sample: two Press d to submit."
    )
    asked_less = CheckResult("one", CheckStatus.NOT_RUN, f"{NOT_ASKED}: it takes no mask")
    passed = CheckResult("three", CheckStatus.PASS)
    shown = samples_of(Outcome.FAIL, "right for what it covers", asked_less, first, passed)
    assert "NOT RUN sample: one case one what not asked of this code: it takes no mask" in shown
    assert "1 more checks were graded" not in shown
    assert "One more check was graded" in shown


def test_the_star_is_explained_where_a_point_has_one() -> None:
    plain, essential = KeyPoint(text="one"), KeyPoint(text="two", essential=True)
    assert which_said([plain]) == "Which of these did you say? "
    assert which_said([plain, essential]) == "Which of these did you say? (* essential) "


def test_a_debrief_that_recommends_nothing_explains_no_step() -> None:
    step = "at most one step above the weakest round"
    left = seen(outcome(), outcome(0.0, ended=Ended.NOT_REACHED, budget=900.0), minutes=9.0)
    for what, is_told in ((left, False), (seen(outcome()), True)):
        out = io.StringIO()
        show_loop([scorecard(what)] * 2, "an-id", Terminal(out, out, out, {"COLUMNS": "200"}))
        assert (step in out.getvalue()) is is_told


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (Left(None, 540), "9:00 left"),
        (Left(23, 83), "0:23 left for this task, 1:23 for the round"),
    ],
)
def test_the_clocks_of_a_round_that_is_left_are_told_in_words(left: Left, said: str) -> None:
    assert clocks_left(left) == said
