"""The page agrees with torch's own losses, and its soft gradient has the limit of the paper for high temperatures."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from reference_impls.training.distillation_loss.reference import distillation_loss


@pytest.mark.parametrize("T", [0.5, 1.0, 4.0])
def test_the_page_agrees_with_torch(T: float) -> None:
    torch.manual_seed(0)
    student = torch.randn(5, 4, dtype=torch.float64, requires_grad=True)
    teacher, labels = torch.randn(5, 4, dtype=torch.float64), torch.tensor([0, 3, 2, 1, 1])
    soft = functional.kl_div((student / T).log_softmax(1), (teacher / T).softmax(1), reduction="batchmean")
    want = functional.cross_entropy(student, labels) + 0.7 * T**2 * soft
    loss = distillation_loss(student, teacher, labels, 0.7, T)
    torch.testing.assert_close(loss, want)
    got, expected = (torch.autograd.grad(each, student)[0] for each in (loss, want))
    torch.testing.assert_close(got, expected)


def test_at_high_temperature_it_matches_centered_logits() -> None:
    """Section 2.1 of the paper: the gradient tends to (s - t)/C for logits of mean 0, here with T² and the mean over N."""
    s, t = torch.randn(2, 3, 5, dtype=torch.float64)
    s, t = (s - s.mean(dim=1, keepdim=True)).requires_grad_(), t - t.mean(dim=1, keepdim=True)
    labels = torch.tensor([0, 1, 2])
    both = distillation_loss(s, t, labels, 1.0, 1e4) - distillation_loss(s, t, labels, 0.0, 1e4)
    (gradient,) = torch.autograd.grad(both, s)
    torch.testing.assert_close(gradient, (s - t).detach() / 5 / 3, rtol=1e-3, atol=1e-4)
