"""The triplet page agrees with torch.nn.functional.triplet_margin_loss without eps, gradients included."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.triplet_loss.reference import triplet_loss


@pytest.mark.parametrize("shape", [(1, 3), (8, 4), (5, 1), (3, 4, 5)])
@pytest.mark.parametrize("margin", [0.05, 0.2, 1.0, 3.0])
@pytest.mark.parametrize("scale", [1.0, 1e-4])
def test_values_and_gradients_agree_with_torch(shape: tuple[int, ...], margin: float, scale: float) -> None:
    torch.manual_seed(len(shape))
    inputs = [scale * torch.randn(shape, dtype=torch.float64) for _ in range(3)]
    own, theirs = ([tensor.clone().requires_grad_() for tensor in inputs] for _ in range(2))
    loss = triplet_loss(own[0], own[1], own[2], margin * scale)
    want = functional.triplet_margin_loss(theirs[0], theirs[1], theirs[2], margin * scale, eps=0)
    torch.testing.assert_close(loss, want)
    for got, expected in zip(torch.autograd.grad(loss, own), torch.autograd.grad(want, theirs), strict=True):
        torch.testing.assert_close(got, expected)


def test_a_worked_example() -> None:
    """Distances 5 and 1, then 1 and 5: 5 - 1 + 1 = 5, and 0."""
    a = torch.zeros(2, 2)
    p, n = torch.tensor([[3.0, 4.0], [0.0, 1.0]]), torch.tensor([[1.0, 0.0], [-4.0, 3.0]])
    assert float(triplet_loss(a, p, n)) == pytest.approx(2.5)
    assert float(triplet_loss(a, p, n, margin=5.0)) == pytest.approx((9 + 1) / 2)


def test_a_single_triplet_has_a_scalar_loss() -> None:
    a, p, n = torch.tensor([0.0, 0.0]), torch.tensor([2.0, 0.0]), torch.tensor([0.0, 2.5])
    loss = triplet_loss(a, p, n)
    assert loss.shape == ()
    assert float(loss) == pytest.approx(0.5)
