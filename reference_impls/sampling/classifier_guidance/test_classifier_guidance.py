"""Classifier guidance against finite differences, and against the noise of a class where Bayes' rule is known exactly."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from reference_impls.sampling.cfg_score.reference import cfg_score
from reference_impls.sampling.classifier_guidance.reference import classifier_guided_eps

MEANS = torch.tensor([[2.0, 0.0, -1.0], [-1.0, 1.5, 0.5], [0.0, -2.0, 1.0]], dtype=torch.float64)
SPREAD = 0.3


def log_density(x: Tensor, alpha_bar: float) -> Tensor:
    """log p(x_t|c) of three Gaussians, (B,3), without the constant that all share."""
    variance = alpha_bar * SPREAD**2 + 1 - alpha_bar
    return -(x[:, None] - math.sqrt(alpha_bar) * MEANS).square().sum(-1) / (2 * variance)


def score(x: Tensor, alpha_bar: float, y: Tensor | None = None) -> Tensor:
    """Of the mixture, or of class y."""
    x = x.clone().requires_grad_()
    rows = log_density(x, alpha_bar)
    chosen = rows.logsumexp(1) if y is None else rows.gather(1, y[:, None])
    return torch.autograd.grad(chosen.sum(), x)[0]


@pytest.mark.parametrize("alpha_bar", [0.05, 0.5, 0.99])
@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_with_the_exact_classifier_it_is_the_score_of_the_class(alpha_bar: float, scale: float) -> None:
    """At scale 1 the class's own; above, what classifier-free guidance makes of the two scores."""
    x, y, noise = torch.randn(4, 3).double(), torch.tensor([0, 2, 1, 2]), math.sqrt(1 - alpha_bar)
    got = classifier_guided_eps(
        -noise * score(x, alpha_bar), x, y, lambda x: log_density(x, alpha_bar), alpha_bar, scale
    )
    want = cfg_score(score(x, alpha_bar, y), score(x, alpha_bar), scale)
    torch.testing.assert_close(-got / noise, want)


def test_it_is_the_slope_of_the_log_probability() -> None:
    x, y, h = torch.randn(2, 3).double(), torch.tensor([1, 0]), 1e-5
    levels = torch.tensor([0.3, 0.8], dtype=torch.float64)

    def log_p(x: Tensor) -> Tensor:
        return (x.sin() @ MEANS.T).log_softmax(1)[torch.arange(2), y].sum()

    got = classifier_guided_eps(torch.zeros_like(x), x, y, lambda x: x.sin() @ MEANS.T, levels, 2.0)
    for i in range(2):
        for j in range(3):
            step = torch.zeros_like(x)
            step[i, j] = h
            slope = (log_p(x + step) - log_p(x - step)) / (2 * h)
            torch.testing.assert_close(got[i, j], -2 * (1 - levels[i]).sqrt() * slope, rtol=1e-6, atol=1e-8)


def test_x_keeps_its_flag_and_its_gradient() -> None:
    x = torch.randn(2, 3).double()
    classifier_guided_eps(x, x, torch.tensor([0, 1]), lambda x: x @ MEANS.T, 0.5)
    assert not x.requires_grad
    assert x.grad is None
