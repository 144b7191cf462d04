"""Where the step is Euler's, where it is plain guidance, and what it is on velocities that are known."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.sampling.cfg.reference import cfg_eps
from reference_impls.sampling.cfg_rectified.reference import rectified_cfg_step
from reference_impls.sampling.euler_step.reference import euler_step


def model(x: Tensor, t: float, c: Tensor | None) -> Tensor:
    return (x * t).sin() if c is None else (x + t).cos() * c


def test_without_guidance_it_is_eulers_step_of_the_conditional_flow() -> None:
    x, c = torch.randn(2, 3, 4).double()
    torch.testing.assert_close(
        rectified_cfg_step(model, x, 0.3, 0.2, c, 0.0), euler_step(lambda x, t: model(x, t, c), x, 0.3, 0.2)
    )


@pytest.mark.parametrize("lam", [0.5, 3.0])
def test_on_velocities_of_neither_x_nor_t_it_is_plain_guidance(lam: float) -> None:
    """v_c + λ (v_c - v_u) is the guided velocity of weight 1 + λ."""
    x, c, level = torch.randn(3, 2, 4).double()

    def constant(x: Tensor, t: object, c: Tensor | None) -> Tensor:
        return level if c is None else c

    guided = cfg_eps(constant, x, torch.zeros(2), c, w=1 + lam)
    torch.testing.assert_close(rectified_cfg_step(constant, x, 0.1, 0.4, c, lam), x + 0.4 * guided)


def test_the_difference_is_taken_in_the_middle() -> None:
    """v_c = 1 and v_u = 1 - x - t: from x = 2, t = 0.2 and dt = 0.4 the middle is at x = 2.2, t = 0.4."""
    x, c = torch.tensor([[2.0]]).double(), torch.ones(1, 1).double()
    got = rectified_cfg_step(lambda x, t, c: torch.ones_like(x) if c is not None else 1 - x - t, x, 0.2, 0.4, c, 0.5)
    assert float(got) == pytest.approx(2 + 0.4 * (1 + 0.5 * 2.6))


def test_three_calls_one_of_them_without_a_condition() -> None:
    asked = []

    def counting(x: Tensor, t: float, c: Tensor | None) -> Tensor:
        asked.append((round(t, 6), c is None))
        return model(x, t, c)

    rectified_cfg_step(counting, torch.zeros(1, 2), 0.5, -0.2, torch.ones(1, 2), 2.0)
    assert sorted(asked) == [(0.4, False), (0.4, True), (0.5, False)]
