"""The page has the mean and the variance of inverted dropout, and torch's own behavior at the ends."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.dropout.reference import dropout


@pytest.mark.parametrize("p", [0.1, 0.5, 0.9])
def test_mean_and_variance(p: float) -> None:
    """Var = x² p / (1 - p)."""
    torch.manual_seed(0)
    y = dropout(torch.full((200_000,), 2.0), p)
    assert float(y.mean()) == pytest.approx(2.0, rel=0.03)
    assert float(y.var()) == pytest.approx(4 * p / (1 - p), rel=0.03)


@pytest.mark.parametrize(("p", "training"), [(0.0, True), (1.0, True), (0.5, False)])
def test_at_the_ends_it_is_torchs(p: float, training: bool) -> None:
    x = torch.randn(3, 4)
    torch.testing.assert_close(dropout(x, p, training), functional.dropout(x, p, training))


def test_the_gradient_is_the_mask_times_the_scale() -> None:
    x = torch.rand(50, 40, dtype=torch.float64) + 1
    x.requires_grad_()
    y = dropout(x, 0.3)
    (gradient,) = torch.autograd.grad(y.sum(), x)
    torch.testing.assert_close(gradient, (y / x).detach())
