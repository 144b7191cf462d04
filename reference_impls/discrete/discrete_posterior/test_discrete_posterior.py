"""The page against Bayes' rule on an enumerated chain, against simulation, and against the closed form of masking."""

from __future__ import annotations

import itertools

import pytest
import torch
from torch import Tensor

from reference_impls.discrete.discrete_posterior.reference import discrete_posterior


def kernels(steps: int, states: int) -> Tensor:
    """Row-stochastic matrices Q_1..Q_T without symmetry, (T,K,K)."""
    generator = torch.Generator().manual_seed(3)
    weights = torch.rand(steps, states, states, generator=generator, dtype=torch.float64) + 0.05
    return weights / weights.sum(dim=-1, keepdim=True)


def every_pair(states: int) -> tuple[Tensor, Tensor]:
    x_t, x0 = torch.cartesian_prod(torch.arange(states), torch.arange(states)).T
    return x_t, x0


@pytest.mark.parametrize(("steps", "states"), [(2, 2), (2, 5), (3, 3), (4, 3), (5, 2)])
def test_it_is_bayes_rule_over_all_paths(steps: int, states: int) -> None:
    """Every path x_0, ..., x_T is listed with its probability; those that end in x_t are sorted by x_{T-1}."""
    q = kernels(steps, states)
    x_t, x0 = every_pair(states)
    wanted = torch.zeros(len(x_t), states, dtype=torch.float64)
    for row, (j, i) in enumerate(zip(x_t.tolist(), x0.tolist(), strict=True)):
        for middle in itertools.product(range(states), repeat=steps - 1):
            path = (i, *middle, j)
            probability = 1.0
            for t, (a, b) in enumerate(itertools.pairwise(path)):
                probability *= float(q[t, a, b])
            wanted[row, path[-2]] += probability
    q_bar_prev = q[0]
    for step in q[1:-1]:
        q_bar_prev = q_bar_prev @ step
    got = discrete_posterior(x_t, x0, q[-1], q_bar_prev)
    torch.testing.assert_close(got, wanted / wanted.sum(dim=1, keepdim=True))


def test_it_is_the_share_of_simulated_paths() -> None:
    torch.manual_seed(5)
    first, second = kernels(2, 3)
    x0 = torch.randint(3, (60_000,))
    x1 = torch.multinomial(first[x0], 1)[:, 0]
    x2 = torch.multinomial(second[x1], 1)[:, 0]
    x_t, start = every_pair(3)
    posterior = discrete_posterior(x_t, start, second, first)
    for j, i, row in zip(x_t, start, posterior, strict=True):
        seen = x1[(x0 == i) & (x2 == j)]
        share = torch.bincount(seen, minlength=3) / len(seen)
        assert float((share - row).abs().max()) < 6 * (0.25 / len(seen)) ** 0.5


def test_a_masked_token_is_revealed_with_the_share_of_the_mask_that_is_new() -> None:
    """Absorbing kernel: x_{t-1} = x_0 with probability (ᾱ_{t-1} - ᾱ_t) / (1 - ᾱ_t); an unmasked token is certain."""
    states, kept_before, kept_now = 4, 0.7, 0.8

    def absorbing(kept: float) -> Tensor:
        kernel = kept * torch.eye(states, dtype=torch.float64)
        kernel[:, -1] += 1 - kept
        return kernel

    x_t, x0 = torch.tensor([3, 3, 1, 3]), torch.tensor([0, 2, 1, 3])
    got = discrete_posterior(x_t, x0, absorbing(kept_now), absorbing(kept_before))
    reveal = kept_before * (1 - kept_now) / (1 - kept_before * kept_now)
    wanted = torch.tensor([[reveal, 0, 0, 1 - reveal], [0, 0, reveal, 1 - reveal], [0, 1, 0, 0], [0, 0, 0, 1]])
    torch.testing.assert_close(got, wanted.double())


def test_rows_sum_to_one() -> None:
    q_t, q_bar_prev = kernels(2, 6)
    torch.testing.assert_close(
        discrete_posterior(*every_pair(6), q_t, q_bar_prev).sum(dim=1), torch.ones(36, dtype=torch.float64)
    )


def test_gradients_are_those_of_finite_differences() -> None:
    x_t, x0 = every_pair(3)
    q_t, q_bar_prev = (q.clone().requires_grad_() for q in kernels(2, 3))
    assert torch.autograd.gradcheck(lambda a, b: discrete_posterior(x_t, x0, a, b), (q_t, q_bar_prev))
