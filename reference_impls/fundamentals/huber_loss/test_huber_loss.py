"""The Huber page agrees with torch.nn.functional.huber_loss, gradients included, and with its two limits."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional

from reference_impls.fundamentals.huber_loss.reference import huber_loss


@pytest.mark.parametrize("shape", [(), (1,), (9,), (4, 5), (2, 3, 4)])
@pytest.mark.parametrize("delta", [0.1, 1.0, 2.5])
def test_values_and_gradients_agree_with_torch(shape: tuple[int, ...], delta: float) -> None:
    torch.manual_seed(len(shape))
    inputs = [2 * torch.randn(shape, dtype=torch.float64) for _ in range(2)]
    own, theirs = ([tensor.clone().requires_grad_() for tensor in inputs] for _ in range(2))
    loss, want = huber_loss(own[0], own[1], delta), functional.huber_loss(theirs[0], theirs[1], delta=delta)
    torch.testing.assert_close(loss, want)
    for got, expected in zip(torch.autograd.grad(loss, own), torch.autograd.grad(want, theirs), strict=True):
        torch.testing.assert_close(got, expected)


def test_the_default_delta_is_1() -> None:
    pred, target = torch.tensor([0.0, 3.0]), torch.tensor([0.5, 0.0])
    assert float(huber_loss(pred, target)) == pytest.approx((0.125 + 2.5) / 2)


@given(st.floats(-5, 5), st.floats(0.1, 3))
def test_the_gradient_is_the_clipped_error(error: float, delta: float) -> None:
    pred = torch.tensor(error, dtype=torch.float64, requires_grad=True)
    (gradient,) = torch.autograd.grad(huber_loss(pred, torch.zeros_like(pred), delta), pred)
    assert float(gradient) == pytest.approx(min(max(error, -delta), delta))


def test_the_limits_are_half_the_squared_error_and_delta_times_the_absolute_error() -> None:
    pred, target = torch.randn(50, dtype=torch.float64), torch.randn(50, dtype=torch.float64)
    torch.testing.assert_close(huber_loss(pred, target, 1e6), (pred - target).square().mean() / 2)
    torch.testing.assert_close(huber_loss(pred, target, 1e-9) / 1e-9, (pred - target).abs().mean())
