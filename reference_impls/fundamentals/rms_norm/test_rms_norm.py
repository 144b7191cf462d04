"""The rms-norm page agrees with torch.nn.functional.rms_norm, gradients included."""

from __future__ import annotations

import math

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.rms_norm.reference import rms_norm


@pytest.mark.parametrize("shape", [(4,), (3, 7), (2, 5, 6), (5, 5, 5), (2, 3, 4, 2), (3, 1)])
@pytest.mark.parametrize("eps", [1e-5, 1e-6, 0.3])
@pytest.mark.parametrize(("mean", "scale"), [(0.0, 1.0), (5.0, 2.0), (0.0, 1e-3)])
def test_values_and_gradients_agree_with_torch(shape: tuple[int, ...], eps: float, mean: float, scale: float) -> None:
    torch.manual_seed(len(shape))
    D = shape[-1]
    inputs = [mean + scale * torch.randn(shape, dtype=torch.float64), torch.randn(D, dtype=torch.float64)]
    own = [tensor.clone().requires_grad_() for tensor in inputs]
    theirs = [tensor.clone().requires_grad_() for tensor in inputs]
    out, want = rms_norm(own[0], own[1], eps), functional.rms_norm(theirs[0], (D,), theirs[1], eps)
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    gradients = torch.autograd.grad(out, own, cotangent)
    for got, expected in zip(gradients, torch.autograd.grad(want, theirs, cotangent), strict=True):
        torch.testing.assert_close(got, expected)


def test_the_default_eps_is_a_millionth() -> None:
    x = torch.full((2, 3), 1e-3, dtype=torch.float64)
    torch.testing.assert_close(rms_norm(x, torch.ones(3, dtype=torch.float64)), torch.full_like(x, math.sqrt(0.5)))


@pytest.mark.parametrize("D", [1, 16, 1024])
def test_the_length_becomes_the_root_of_the_width(D: int) -> None:
    x = 3 * torch.randn(5, D, dtype=torch.float64) + 7
    out = rms_norm(x, torch.ones(D, dtype=torch.float64))
    torch.testing.assert_close(out.norm(dim=-1), torch.full((5,), math.sqrt(D), dtype=torch.float64))


def test_it_is_layer_norm_where_the_mean_is_0() -> None:
    x, weight = torch.randn(4, 8, dtype=torch.float64), torch.randn(8, dtype=torch.float64)
    x = x - x.mean(dim=-1, keepdim=True)
    torch.testing.assert_close(rms_norm(x, weight), functional.layer_norm(x, (8,), weight, eps=1e-6))


def test_zeros_give_zeros_with_a_finite_gradient() -> None:
    x = torch.zeros(3, 4, requires_grad=True)
    out = rms_norm(x, torch.ones(4))
    torch.testing.assert_close(out, torch.zeros(3, 4))
    (gradient,) = torch.autograd.grad(out.sum(), x)
    assert bool(gradient.isfinite().all())
