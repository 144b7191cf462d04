"""The page agrees with autograd of torch's batch norm, and each channel's gradient is orthogonal to shifts and stretches."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.batch_norm_backward.reference import batch_norm_backward


@pytest.mark.parametrize("shape", [(2, 1, 1, 2), (3, 4, 2, 5), (1, 3, 4, 4)])
@pytest.mark.parametrize("eps", [1e-5, 0.3])
def test_the_page_agrees_with_autograd(shape: tuple[int, ...], eps: float) -> None:
    torch.manual_seed(shape[0])
    x = (1 + 2 * torch.randn(shape, dtype=torch.float64)).requires_grad_()
    gamma = torch.randn(shape[1], dtype=torch.float64, requires_grad=True)
    beta = torch.randn(shape[1], dtype=torch.float64, requires_grad=True)
    dout = torch.randn(shape, dtype=torch.float64)
    y = functional.batch_norm(x, None, None, gamma, beta, training=True, eps=eps)
    want = torch.autograd.grad(y, (x, gamma, beta), dout)
    for got, expected in zip(batch_norm_backward(dout, x.detach(), gamma.detach(), eps), want, strict=True):
        torch.testing.assert_close(got, expected)


def test_the_gradient_is_orthogonal_to_shifts_and_to_stretches_of_a_channel() -> None:
    x, dout = torch.randn(2, 4, 3, 2, 5, dtype=torch.float64)
    dx, _, _ = batch_norm_backward(dout, x, torch.randn(3, dtype=torch.float64), eps=0.0)
    zero = torch.zeros(3, dtype=torch.float64)
    torch.testing.assert_close(dx.sum(dim=(0, 2, 3)), zero)
    torch.testing.assert_close((dx * x).sum(dim=(0, 2, 3)), zero)
