"""The cross-entropy page agrees with torch.nn.functional.cross_entropy, also for logits near 1e4."""

from __future__ import annotations

import math

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.cross_entropy.reference import cross_entropy


@pytest.mark.parametrize(("N", "C"), [(1, 2), (5, 3), (4, 9), (4, 4), (3, 1), (64, 10)])
@pytest.mark.parametrize(("mean", "scale"), [(0.0, 1.0), (-20.0, 5.0), (1e4, 1.0), (0.0, 1e4)])
def test_value_and_gradient_agree_with_torch(N: int, C: int, mean: float, scale: float) -> None:
    torch.manual_seed(N * C)
    own = (mean + scale * torch.randn(N, C, dtype=torch.float64)).requires_grad_()
    theirs = own.detach().clone().requires_grad_()
    targets = torch.randint(C, (N,))
    loss, want = cross_entropy(own, targets), functional.cross_entropy(theirs, targets)
    torch.testing.assert_close(loss, want)
    torch.testing.assert_close(torch.autograd.grad(loss, own), torch.autograd.grad(want, theirs))


@pytest.mark.parametrize("C", [2, 10, 50257])
def test_equal_logits_cost_log_c(C: int) -> None:
    assert float(cross_entropy(torch.zeros(2, C), torch.tensor([0, C - 1]))) == pytest.approx(math.log(C), rel=1e-5)
