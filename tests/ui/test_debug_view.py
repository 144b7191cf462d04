"""What a debugging exercise says of a save, and of each mistake in the end."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from interview_cli.domain.items.verdict import Outcome, Verdict
from interview_cli.domain.plantings.planting import Standing
from interview_cli.ui.code.debug_view import show_mistakes, show_standing
from interview_cli.ui.terminal import Terminal
from tests.domain.test_plantings import PLANTING, SCALE
from tests.ui.test_mock_loop import Tty


@pytest.fixture
def terminal() -> Terminal:
    return Terminal(Tty(), Tty(), io.StringIO(), {"TERM": "xterm", "COLUMNS": "60"}, color_allowed=False)


def said(terminal: Terminal) -> list[str]:
    return terminal.stdout.getvalue().splitlines()  # type: ignore[attr-defined, no-any-return]


def test_long_code_is_broken_where_there_is_a_space(terminal: Terminal) -> None:
    long = replace(SCALE, wrong="kl = 0.5 * (mean.pow(2) + log_variance.exp() - 1 + log_variance).sum(dim=1)")
    show_mistakes(replace(PLANTING, mistakes=(long,)), (), terminal)
    code = said(terminal)[2:5]
    assert code == [
        "  was     kl = 0.5 * (mean.pow(2) + log_variance.exp() - 1 +",
        "              log_variance).sum(dim=1)",
        "  right   return q / d",
    ]


@pytest.mark.parametrize(
    ("fails", "ending"),
    [(("small",), "Alone it fails 1 of 5 checks: small"), (("a", "b"), "Alone it fails 2 of 5 checks, such as: a")],
)
def test_the_only_check_that_a_mistake_fails_is_no_example(
    fails: tuple[str, ...], ending: str, terminal: Terminal
) -> None:
    show_mistakes(replace(PLANTING, mistakes=(replace(SCALE, fails=fails),)), (), terminal)
    assert said(terminal)[-1] == ending


def test_a_save_that_came_to_no_end_asks_for_a_loop(terminal: Terminal) -> None:
    standing = Standing.unknown(PLANTING, "the solution ran for more than 10 s")
    verdict = Verdict("a", "a.py", Outcome.TIMEOUT, "the solution ran for more than 10 s", 7, standing=standing)
    show_standing(verdict, 1, terminal)
    assert said(terminal) == [
        "TIMEOUT  the solution ran for more than 10 s. Does a loop",
        "  never end?",
        "This save can't be counted. Still 1 of 2 fixed.",
    ]


def test_what_else_is_wrong_is_a_sentence_of_its_own(terminal: Terminal) -> None:
    standing = Standing(PLANTING.kinds, ("flipped",), 'The check "small" fails: the result: 2, expected 1')
    show_standing(Verdict("a", "a.py", Outcome.FAIL, "", 7, standing=standing), 1, terminal)
    assert said(terminal)[:2] == ["1 of 2 fixed.", 'Something else is wrong now. The check "small" fails: the']
