"""The DPS gradient agrees with finite differences, and with the closed form for a linear network and operator."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from reference_impls.diffusion.tweedie_x0.reference import predict_x0
from reference_impls.sampling.dps_gradient.reference import dps_gradient


@pytest.mark.parametrize("alpha_bar", [0.1, 0.9])
def test_it_is_the_slope_of_the_measurement_error(alpha_bar: float) -> None:
    x, y, t = torch.randn(2, 5).double(), torch.randn(2, 3).double(), torch.zeros(2, dtype=torch.long)

    def model(x: Tensor, t: Tensor) -> Tensor:
        return torch.sin(x + x.roll(1, -1))

    def operator(x: Tensor) -> Tensor:
        return torch.tanh(x[:, ::2])

    def error(x: Tensor) -> Tensor:
        return (y - operator((x - math.sqrt(1 - alpha_bar) * model(x, t)) / math.sqrt(alpha_bar))).square().sum()

    got, h = dps_gradient(x, y, model, operator, alpha_bar, t), 1e-5
    for i in range(x.numel()):
        step = torch.zeros(x.numel()).double()
        step[i] = h
        step = step.reshape(x.shape)
        torch.testing.assert_close(
            got.flatten()[i], (error(x + step) - error(x - step)) / (2 * h), rtol=1e-6, atol=1e-6
        )


def test_linear_maps_have_a_closed_form() -> None:
    """2 Jᵀ Aᵀ (A x̂0 - y) with J = (I - √(1 - ᾱ) W) / √ᾱ."""
    alpha_bar, x, y = 0.4, torch.randn(3, 4).double(), torch.randn(3, 2).double()
    W, A = torch.randn(4, 4).double(), torch.randn(2, 4).double()
    J = (torch.eye(4).double() - math.sqrt(1 - alpha_bar) * W) / math.sqrt(alpha_bar)
    want = 2 * (x @ J.T @ A.T - y) @ A @ J
    got = dps_gradient(x, y, lambda x, t: x @ W.T, lambda x: x @ A.T, alpha_bar, torch.zeros(3))
    torch.testing.assert_close(got, want)


def test_a_measurement_of_the_clean_estimate_itself_gives_no_gradient() -> None:
    alpha_bar, t, x = 0.3, torch.zeros(2, dtype=torch.long), torch.randn(2, 4).double()
    eps = torch.cos(x)
    y = predict_x0(x, eps, alpha_bar)
    got = dps_gradient(x, y, lambda x, t: torch.cos(x), lambda x: x, alpha_bar, t)
    torch.testing.assert_close(got, torch.zeros_like(x), rtol=0, atol=1e-12)
    assert not got.requires_grad
