"""The page agrees with autograd of torch's layer norm, and its gradient moves along no direction that x̂ cannot see."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.layer_norm_backward.reference import layer_norm_backward


@pytest.mark.parametrize("shape", [(4,), (3, 5), (2, 3, 8)])
@pytest.mark.parametrize("eps", [1e-5, 0.3])
def test_the_page_agrees_with_autograd(shape: tuple[int, ...], eps: float) -> None:
    torch.manual_seed(len(shape))
    x = (1 + 2 * torch.randn(shape, dtype=torch.float64)).requires_grad_()
    gamma = torch.randn(shape[-1], dtype=torch.float64, requires_grad=True)
    beta = torch.randn(shape[-1], dtype=torch.float64, requires_grad=True)
    dout = torch.randn(shape, dtype=torch.float64)
    want = torch.autograd.grad(functional.layer_norm(x, shape[-1:], gamma, beta, eps), (x, gamma, beta), dout)
    for got, expected in zip(layer_norm_backward(dout, x.detach(), gamma.detach(), eps), want, strict=True):
        torch.testing.assert_close(got, expected)


def test_the_gradient_is_orthogonal_to_shifts_and_to_stretches_of_the_row() -> None:
    x, dout = torch.randn(2, 6, 9, dtype=torch.float64)
    dx, _, _ = layer_norm_backward(dout, x, torch.randn(9, dtype=torch.float64), eps=0.0)
    zero = torch.zeros(6, dtype=torch.float64)
    torch.testing.assert_close(dx.sum(dim=-1), zero)
    torch.testing.assert_close((dx * x).sum(dim=-1), zero)
