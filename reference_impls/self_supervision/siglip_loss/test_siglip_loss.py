"""The page is binary cross-entropy of all pairs, divided by the batch, and knows its value at the start of training."""

from __future__ import annotations

import math

import pytest
import torch
from torch.nn import functional

from reference_impls.self_supervision.siglip_loss.reference import siglip_loss


@pytest.mark.parametrize(("B", "d"), [(1, 2), (4, 3), (7, 16)])
@pytest.mark.parametrize(("scale", "bias"), [(10.0, -10.0), (1e4, 5.0)])
def test_the_page_agrees_with_binary_cross_entropy(B: int, d: int, scale: float, bias: float) -> None:
    torch.manual_seed(B)
    x, y = (torch.randn(B, d, dtype=torch.float64, requires_grad=True) for _ in range(2))
    logits = scale * functional.normalize(x, dim=1) @ functional.normalize(y, dim=1).T + bias
    want = functional.binary_cross_entropy_with_logits(logits, torch.eye(B).double(), reduction="sum") / B
    loss = siglip_loss(x, y, scale, bias)
    torch.testing.assert_close(loss, want)
    for got, expected in zip(torch.autograd.grad(loss, (x, y)), torch.autograd.grad(want, (x, y)), strict=True):
        torch.testing.assert_close(got, expected)


def test_orthogonal_pairs_leave_the_bias_alone() -> None:
    B, bias = 5, -10.0
    x, y = torch.eye(2 * B)[:B], torch.eye(2 * B)[B:]
    want = math.log1p(math.exp(-bias)) + (B - 1) * math.log1p(math.exp(bias))
    assert float(siglip_loss(x, y, 10.0, bias)) == pytest.approx(want)
