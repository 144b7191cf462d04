"""What is told of a mistake in the end: how it shows, as it was measured."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch

from interview_cli.grading.judge.check import Observed
from interview_cli.grading.judge.compare import Comparer
from interview_cli.grading.planting.answers import Answers
from interview_cli.grading.planting.symptoms import symptom

COMPARER = Comparer({}, torch.float64)
X = torch.tensor([1.0, -2.0, 3.0, 4.0])
CHECKS = ("small", "large", "masked", "long")


def shown(got: Any, want: Any, label: str = "float64 value", problem: str = "dpo-loss", among: int = 1) -> str:
    """Of a mistake that one of so many checks shows."""
    seen = {0: (Observed(label, want, got, COMPARER, True),)}
    right = {index: (Observed(label, want, want, COMPARER, False),) for index in range(1, among)}
    return symptom(problem, Answers(seen | right, runs=True), CHECKS[:among], ("logp", "mask"))


@pytest.mark.parametrize(
    ("got", "want", "said"),
    [
        (-X, X, "The result has the right size and the opposite sign. Gradient descent with it maximizes"),
        (2 * X, X, "Wherever it shows, the result is 2 times as large as it should be. With SGD"),
        (X / 4, X, "Wherever it shows, the result is only 0.25 of what it should be."),
        (X + 30 * torch.tensor([1.0, 0.0, 0.0, 0.0]), X, "results off by about 5 times their size."),
        (torch.where(X > 3, X, 0.0) + X * 0, torch.where(X > 2, X, 0.0), "results off by about 60 % of their size."),
        (torch.where(X > 2, X, 0.0), torch.where(X > 3, X, 0.0), "results off by about 75 % of their size."),
        (X * math.nan, X, "It gives infinity or NaN where the right result is finite"),
        (X[:2], X, "The result has the shape (2,) where (4,) is right."),
        (X + torch.tensor([0.0, 0.0, 0.0, 2.0]), X, "results off by about 37 % of their size."),
        (X + torch.tensor([0.0, 0.0, 0.0, 0.02]), X, "results off by 0.4 % of their size. A log hardly shows that."),
        ((X, 3), (X, 2), 'in the check "small" it gives `3` where `2` is right.'),
        (1 / 3, 1 / 7, 'in the check "small" it gives `0.333333` where `0.142857` is right.'),
        ([0, 3], [0, 1], 'in the check "small" it gives `[0, 3]` where `[0, 1]` is right.'),
        ([X, 2 * X], [X, X], "Wherever it shows, the result is 2 times as large as it should be."),
        ({"m": 2 * X, "t": 3}, {"m": X, "t": 3}, "Wherever it shows, the result is 2 times as large as it should be."),
        ([X], [X, X], 'the result just differs, as in the check "small".'),
        ({"m": X}, {"v": X}, 'the result just differs, as in the check "small".'),
        ((X, X, X), (X, X), 'the result just differs, as in the check "small".'),
        (None, X, 'the result just differs, as in the check "small".'),
        ([[1, 2], [3]], [[1], [3]], 'in the check "small" it gives `[[1, 2], [3]]` where `[[1], [3]]` is right.'),
        ("a" * 99, "b", 'the result just differs, as in the check "small".'),
        (torch.tensor([1.0, -math.inf]), torch.tensor([-math.inf, 1.0]), "Up to 100 % of a result is infinite"),
    ],
)
def test_what_a_mistake_answers_says_how_it_shows(got: Any, want: Any, said: str) -> None:
    assert said in shown(got, want)


def test_what_is_no_result_is_named() -> None:
    said = shown(2, 1, "float64 the number of calls of enc")
    assert said == 'Nothing raises: the check "small" sees `2` where `1` is right: the number of calls of enc.'


def test_one_number_has_no_factor() -> None:
    assert "off by about 9 % of their size" in shown(torch.tensor(1.09), torch.tensor(1.0))


def test_a_sign_or_a_factor_is_no_learning_rate_where_nothing_is_minimized() -> None:
    assert shown(-X, X, problem="rope-1d") == "The result has the right size and the opposite sign."


def test_where_values_are_right_the_gradient_is_told_by_its_parameter() -> None:
    right = "All values are right, so a printed loss is right, too."
    assert shown(0 * X, X, "float64 gradient args[0]").startswith(f"{right} No gradient reaches `logp`")
    assert "The gradient of the input is wrong." in shown(2 * X, X, "float64 gradient of the input")
    assert "reaches `logp`:" in shown(0 * X, X, "float64 gradient kwargs['logp']")
    assert shown(2 * X, X, "float64 gradient args[1]") == f"{right} The gradient of `mask` is wrong."


def test_what_most_inputs_do_not_show_is_said() -> None:
    assert shown(2 * X, X, among=4).endswith('Only "small" shows it: on data without such a case, nothing looks wrong.')
    assert "Only" not in shown(2 * X, X, among=2)
