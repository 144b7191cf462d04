"""Scores of energies whose densities are known, against closed forms and finite differences."""

from __future__ import annotations

import torch
from torch import Tensor

from reference_impls.diffusion.energy_score.reference import score_from_energy


def test_of_a_quadratic_energy_it_is_the_score_of_a_gaussian() -> None:
    """-Σ⁻¹ (x - μ), whatever constant is added to the energy."""
    mean, factor = torch.tensor([1.0, -2.0, 0.5]).double(), torch.randn(3, 3).double()
    precision = factor @ factor.T + torch.eye(3).double()
    x = torch.randn(5, 3).double()
    got = score_from_energy(lambda x: 7 + 0.5 * ((x - mean) @ precision * (x - mean)).sum(1), x)
    torch.testing.assert_close(got, -(x - mean) @ precision)


def test_of_a_mixture_it_is_the_mean_of_the_scores_weighted_by_responsibility() -> None:
    means = torch.tensor([[2.0, 0.0], [-1.0, 1.0]]).double()
    x = torch.randn(4, 2).double()
    logits = -((x[:, None] - means) ** 2).sum(-1) / 2
    want = (logits.softmax(1)[..., None] * (means - x[:, None])).sum(1)
    got = score_from_energy(lambda x: -(-((x[:, None] - means) ** 2).sum(-1) / 2).logsumexp(1), x)
    torch.testing.assert_close(got, want)


def test_it_is_the_slope_of_the_energy() -> None:
    def energy(x: Tensor) -> Tensor:
        return (x.sin() * x.roll(1, 1)).sum(1)

    x, h = torch.randn(2, 3).double(), 1e-5
    got = score_from_energy(energy, x)
    for i in range(3):
        step = torch.zeros_like(x)
        step[:, i] = h
        torch.testing.assert_close(got[:, i], (energy(x - step) - energy(x + step)) / (2 * h), rtol=1e-6, atol=1e-8)


def test_nothing_else_is_touched() -> None:
    model = torch.nn.Linear(3, 2).double()
    x = torch.randn(2, 3).double().requires_grad_()
    with torch.no_grad():
        got = score_from_energy(lambda x: model(x).square().sum(1), x)
    assert not got.requires_grad
    assert x.grad is None
    assert all(p.grad is None for p in model.parameters())
