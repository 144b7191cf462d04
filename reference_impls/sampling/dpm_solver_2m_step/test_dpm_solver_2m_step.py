"""The order of convergence on a Gaussian, whose path is known, and exactness where the prediction is linear in lambda."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
import torch
from torch import Tensor

from reference_impls.sampling.dpm_solver_2m_step.reference import dpmpp_2m_step

DEVIATION = 0.7


def denoised(x: Tensor, sigma: float) -> Tensor:
    """E[x0|x] for data N(0, 0.7²)."""
    return DEVIATION**2 / (DEVIATION**2 + sigma**2) * x


def at(sigma: float) -> float:
    """A path of the probability-flow ODE: it follows the deviation of x."""
    return math.sqrt(DEVIATION**2 + sigma**2)


def walked(sigmas: list[float], *, second_order: bool) -> float:
    x, before, last = torch.tensor(at(sigmas[0]), dtype=torch.float64), None, None
    for sigma, following in pairwise(sigmas):
        x0 = denoised(x, sigma)
        x = dpmpp_2m_step(x, x0, before, sigma, last, following)
        before, last = (x0, sigma) if second_order else (None, None)
    return float(x)


def uneven(steps: int) -> list[float]:
    """From 10 to 0.05, in steps of lambda that grow."""
    places = [(i / steps) ** 1.3 for i in range(steps + 1)]
    return [10 * (0.05 / 10) ** place for place in places]


@pytest.mark.parametrize(("second_order", "ratio"), [(True, 4), (False, 2)])
def test_half_the_step_leaves_a_quarter_of_the_error_or_half_without_memory(second_order: bool, ratio: float) -> None:
    errors = [abs(walked(uneven(n), second_order=second_order) - at(0.05)) for n in (160, 320)]
    assert errors[0] / errors[1] == pytest.approx(ratio, rel=0.15)


def test_the_first_order_step_is_ddim() -> None:
    x, x0 = torch.randn(2, 3, 4).double()
    torch.testing.assert_close(dpmpp_2m_step(x, x0, None, 2.0, None, 0.5), x0 + 0.5 * (x - x0) / 2)


def test_a_constant_prediction_is_solved_exactly() -> None:
    x, x0 = torch.randn(2, 3, 4).double()
    got = dpmpp_2m_step(x, x0, x0, 2.0, 3.1, 0.5)
    torch.testing.assert_close(got, x0 + 0.25 * (x - x0))


def test_it_takes_the_line_through_both_predictions_at_the_middle_of_the_step() -> None:
    """x0(λ) = λ: from λ = -1 and 0 to the middle of [0, 0.6] it is 0.3."""
    zero, minus_one = torch.zeros(1).double(), -torch.ones(1).double()
    got = dpmpp_2m_step(zero, zero, minus_one, 1.0, math.exp(1), math.exp(-0.6))
    assert float(got) == pytest.approx((1 - math.exp(-0.6)) * 0.3)


def test_the_last_step_is_the_prediction() -> None:
    x, x0, before = torch.randn(3, 4).double()
    torch.testing.assert_close(dpmpp_2m_step(x, x0, before, 0.3, 0.8, 0.0), x0)
