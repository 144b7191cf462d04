"""The objective is the page of the hinge loss plus the penalty, and its minimum is where the known solution is."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from reference_impls.fundamentals.hinge_loss.reference import hinge_loss
from reference_impls.fundamentals.svm_objective.reference import svm_objective


def data(N: int, D: int) -> tuple[Any, Any, Any]:
    rng = np.random.default_rng(4)
    return rng.normal(size=D), rng.normal(size=(N, D)), np.where(rng.random(N) < 0.5, -1.0, 1.0)


@pytest.mark.parametrize(("N", "D"), [(1, 1), (5, 3), (20, 2)])
@pytest.mark.parametrize("c", [0.0, 0.7, 10.0])
def test_it_is_the_hinge_loss_and_the_penalty(N: int, D: int, c: float) -> None:
    w, x, y = data(N, D)
    b = 0.4
    hinge = N * float(hinge_loss(torch.tensor(x @ w - b), torch.tensor(y)))
    want = float(np.square(w).sum()) / 2 + c * hinge
    assert float(svm_objective(w, b, x, y, c)) == pytest.approx(want)


def test_the_widest_margin_between_two_points_is_the_minimum() -> None:
    """Points at 1 and 5 on a line: the plane is at 3, the margin reaches from 1 to 5, so w = 1/2 and b = 3/2."""
    x, y = np.array([[1.0], [5.0]]), np.array([-1.0, 1.0])
    best = float(svm_objective(np.array([0.5]), 1.5, x, y, 100.0))
    assert best == pytest.approx(0.125)
    for w in np.linspace(0.1, 1.0, 10):
        for b in np.linspace(0.5, 2.5, 11):
            assert float(svm_objective(np.array([w]), float(b), x, y, 100.0)) >= best - 1e-12


def test_it_is_convex_along_any_line() -> None:
    w, x, y = data(8, 3)
    other = data(8, 3)[0][::-1]
    ends = [float(svm_objective(end, b, x, y, 1.3)) for end, b in ((w, -1.0), (other, 2.0))]
    for s in (0.25, 0.5, 0.75):
        between = float(svm_objective((1 - s) * w + s * other, -1.0 * (1 - s) + 2.0 * s, x, y, 1.3))
        assert between <= (1 - s) * ends[0] + s * ends[1] + 1e-9
