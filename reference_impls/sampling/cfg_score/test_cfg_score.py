"""The guided score is the gradient of log p(x) + w log p(c|x), and what the page `cfg` makes of noise predictions."""

from __future__ import annotations

import pytest
import torch

from reference_impls.sampling.cfg.reference import cfg_eps
from reference_impls.sampling.cfg_score.reference import cfg_score


@pytest.mark.parametrize("w", [0.0, 1.0, 2.5, -0.5])
def test_it_is_the_score_of_the_density_times_a_power_of_the_classifier(w: float) -> None:
    """A mixture of two Gaussians, whose components are the classes: p(c|x) is known."""
    x = torch.randn(5, 3, dtype=torch.float64, requires_grad=True)
    means = torch.randn(2, 3, dtype=torch.float64)
    joint = torch.log_softmax(torch.zeros(2).double(), 0) - ((x[:, None] - means) ** 2).sum(-1) / 2  # log p(x, c)
    marginal = torch.logsumexp(joint, dim=1)
    target = marginal + w * (joint[:, 0] - marginal)
    (want,) = torch.autograd.grad(target.sum(), [x], retain_graph=True)
    (score_c,) = torch.autograd.grad(joint[:, 0].sum(), [x], retain_graph=True)
    (score_u,) = torch.autograd.grad(marginal.sum(), [x])
    torch.testing.assert_close(cfg_score(score_c, score_u, w), want)


def test_guiding_scores_is_guiding_noise() -> None:
    """Scores are -ε/σ, with one σ for both."""
    x, t, c = torch.randn(3, 4).double(), torch.zeros(3), torch.ones(3)
    eps_c, eps_u = torch.randn(2, 3, 4).double()
    guided = cfg_eps(lambda x, t, c: eps_u if c is None else eps_c, x, t, c, w=3.0)
    torch.testing.assert_close(cfg_score(-eps_c / 0.7, -eps_u / 0.7, 3.0), -guided / 0.7)
