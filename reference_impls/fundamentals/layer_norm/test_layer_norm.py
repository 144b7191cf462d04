"""The layer-norm page agrees with torch.nn.functional.layer_norm, gradients included."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.layer_norm.reference import layer_norm


@pytest.mark.parametrize("shape", [(4,), (3, 7), (2, 5, 6), (5, 5, 5), (2, 3, 4, 2), (3, 1)])
@pytest.mark.parametrize("eps", [1e-5, 1e-6, 0.3])
@pytest.mark.parametrize(("mean", "scale"), [(0.0, 1.0), (5.0, 2.0), (0.0, 1e-3)])
def test_values_and_gradients_agree_with_torch(shape: tuple[int, ...], eps: float, mean: float, scale: float) -> None:
    torch.manual_seed(len(shape))
    D = shape[-1]
    inputs = [mean + scale * torch.randn(shape, dtype=torch.float64), *torch.randn(2, D, dtype=torch.float64)]
    own = [tensor.clone().requires_grad_() for tensor in inputs]
    theirs = [tensor.clone().requires_grad_() for tensor in inputs]
    out, want = (
        layer_norm(own[0], own[1], own[2], eps),
        functional.layer_norm(theirs[0], (D,), theirs[1], theirs[2], eps),
    )
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    gradients = torch.autograd.grad(out, own, cotangent)
    for got, expected in zip(gradients, torch.autograd.grad(want, theirs, cotangent), strict=True):
        torch.testing.assert_close(got, expected)


def test_the_default_eps_is_that_of_torch() -> None:
    x, gamma, beta = 1e-3 * torch.randn(3, 8), torch.randn(8), torch.randn(8)
    torch.testing.assert_close(layer_norm(x, gamma, beta), functional.layer_norm(x, (8,), gamma, beta))


def test_a_constant_row_gives_beta() -> None:
    beta = torch.randn(8)
    torch.testing.assert_close(layer_norm(torch.full((2, 8), 3.0), torch.randn(8), beta), beta.expand(2, 8))
