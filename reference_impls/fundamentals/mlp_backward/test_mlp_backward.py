"""The page agrees with autograd, at the corner of relu too."""

from __future__ import annotations

import pytest
import torch

from reference_impls.fundamentals.mlp_backward.reference import mlp_backward


@pytest.mark.parametrize(("N", "D", "H", "C"), [(1, 1, 1, 1), (5, 3, 4, 2), (7, 2, 9, 3)])
@pytest.mark.parametrize("whole", [False, True])
def test_the_page_agrees_with_autograd(N: int, D: int, H: int, C: int, whole: bool) -> None:
    torch.manual_seed(N)
    shapes = ((N, D), (D, H), (H,), (H, C), (C,))
    inputs = [torch.randn(shape, dtype=torch.float64) for shape in shapes]
    inputs = [(each.round() if whole else each).requires_grad_() for each in inputs]
    x, w1, b1, w2, b2 = inputs
    dout = torch.randn(N, C, dtype=torch.float64)
    want = torch.autograd.grad(torch.relu(x @ w1 + b1) @ w2 + b2, inputs, dout)
    for got, expected in zip(mlp_backward(*inputs, dout), want, strict=True):
        torch.testing.assert_close(got.detach(), expected)
