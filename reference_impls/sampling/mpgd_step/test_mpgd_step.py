"""The correction agrees with the closed form for a linear operator, and with the DPS gradient where there is no noise."""

from __future__ import annotations

import torch
from torch import Tensor

from reference_impls.sampling.dps_gradient.reference import dps_gradient
from reference_impls.sampling.mpgd_step.reference import mpgd_x0


def same(x: Tensor) -> Tensor:
    return x


def test_a_linear_operator_has_a_closed_form() -> None:
    x, y, A = torch.randn(3, 4).double(), torch.randn(3, 2).double(), torch.randn(2, 4).double()
    got = mpgd_x0(x, y, lambda x: x @ A.T, 0.3, lambda x: 2 * x, lambda z: z + 1)
    torch.testing.assert_close(got, 2 * (x - 0.6 * (x @ A.T - y) @ A) + 1)
    assert not got.requires_grad


def test_at_alpha_bar_one_the_gradient_is_that_of_dps() -> None:
    """Without noise the sample is its own clean estimate, and no network is in between."""
    x, y = torch.randn(2, 6).double(), torch.randn(2, 3).double()

    def operator(x: Tensor) -> Tensor:
        return torch.sin(x[:, ::2])

    gradient = dps_gradient(x, y, lambda x, t: torch.cos(x), operator, 1.0, torch.zeros(2))
    torch.testing.assert_close(mpgd_x0(x, y, operator, 0.7, same, same), x - 0.7 * gradient)


def test_a_step_of_half_reaches_the_measurement() -> None:
    """With A the identity, x - ½ · 2 (x - y) is y."""
    x, y = torch.randn(2, 5).double(), torch.randn(2, 5).double()
    torch.testing.assert_close(mpgd_x0(x, y, same, 0.5, same, same), y)
