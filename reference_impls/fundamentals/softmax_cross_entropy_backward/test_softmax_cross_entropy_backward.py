"""The page agrees with autograd of torch's cross-entropy, and its rows sum to zero."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.softmax_cross_entropy_backward.reference import softmax_cross_entropy_backward


@pytest.mark.parametrize("ignore_index", [-100, 0, 3, 77])
@pytest.mark.parametrize("scale", [1.0, 30.0, 1e4])
def test_the_page_agrees_with_autograd(ignore_index: int, scale: float) -> None:
    torch.manual_seed(ignore_index)
    logits = (scale * torch.randn(7, 4, dtype=torch.float64)).requires_grad_()
    targets = torch.tensor([0, 1, 2, 3, 1, 2, 0])
    targets[5] = ignore_index
    loss = functional.cross_entropy(logits, targets, ignore_index=ignore_index)
    (want,) = torch.autograd.grad(loss, logits)
    got = softmax_cross_entropy_backward(logits.detach(), targets, ignore_index)
    torch.testing.assert_close(got, want)
    torch.testing.assert_close(got.sum(dim=1), torch.zeros(7, dtype=torch.float64))
