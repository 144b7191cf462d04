"""The page agrees with a library's margin loss, with a loop over examples, and has the subgradient of the textbook."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.fundamentals.hinge_loss.reference import hinge_loss


@pytest.mark.parametrize("n", [1, 2, 9, 50])
def test_the_page_agrees_with_the_margin_ranking_loss_against_zero(n: int) -> None:
    torch.manual_seed(n)
    scores = torch.randn(n, dtype=torch.float64, requires_grad=True)
    y = 2.0 * torch.randint(0, 2, (n,)) - 1
    loss = hinge_loss(scores, y)
    want = functional.margin_ranking_loss(scores, torch.zeros_like(scores), y, margin=1.0)
    torch.testing.assert_close(loss, want)
    got, expected = (torch.autograd.grad(each, scores)[0] for each in (loss, want))
    torch.testing.assert_close(got, expected)


def test_the_page_agrees_with_the_definition_example_by_example() -> None:
    scores, y = [0.4, -3.0, 2.0, -0.5, 0.0], [1, 1, -1, -1, 1]
    want = sum(max(0.0, 1 - t * s) for s, t in zip(scores, y, strict=True)) / 5
    assert float(hinge_loss(torch.tensor(scores), torch.tensor(y))) == pytest.approx(want)


def test_only_support_vectors_have_a_gradient() -> None:
    scores = torch.tensor([2.0, 0.5, -1.0, -3.0], requires_grad=True)
    (gradient,) = torch.autograd.grad(hinge_loss(scores, torch.tensor([1, 1, 1, -1])), scores)
    torch.testing.assert_close(gradient, torch.tensor([0, -0.25, -0.25, 0]))
