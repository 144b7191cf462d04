"""The page agrees with autograd of torch's RMS norm, and its gradient does not see a stretch of the row."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.rms_norm_backward.reference import rms_norm_backward


@pytest.mark.parametrize("shape", [(2,), (3, 5), (2, 3, 8)])
@pytest.mark.parametrize("eps", [1e-6, 0.3])
def test_the_page_agrees_with_autograd(shape: tuple[int, ...], eps: float) -> None:
    torch.manual_seed(len(shape))
    x = (1 + 2 * torch.randn(shape, dtype=torch.float64)).requires_grad_()
    weight = torch.randn(shape[-1], dtype=torch.float64, requires_grad=True)
    dout = torch.randn(shape, dtype=torch.float64)
    want = torch.autograd.grad(functional.rms_norm(x, shape[-1:], weight, eps), (x, weight), dout)
    for got, expected in zip(rms_norm_backward(dout, x.detach(), weight.detach(), eps), want, strict=True):
        torch.testing.assert_close(got, expected)


def test_without_eps_the_gradient_is_orthogonal_to_x() -> None:
    x, dout = torch.randn(2, 6, 9, dtype=torch.float64)
    dx, _ = rms_norm_backward(dout, x, torch.randn(9, dtype=torch.float64), eps=0.0)
    torch.testing.assert_close((dx * x).sum(dim=-1), torch.zeros(6, dtype=torch.float64))
