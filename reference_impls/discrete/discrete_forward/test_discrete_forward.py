"""The look-up against one-hot products step by step, and against the frequencies of a simulated chain."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.discrete.discrete_forward.reference import discrete_q_sample_probs
from reference_impls.discrete.discrete_posterior.reference import discrete_posterior
from reference_impls.discrete.transition_matrix.reference import transition_matrix


def steps(K: int) -> list[Tensor]:
    generator = torch.Generator().manual_seed(6)
    return [torch.rand(K, K, generator=generator).softmax(dim=1) for _ in range(3)]


@pytest.mark.parametrize(("B", "L", "K"), [(1, 1, 2), (2, 5, 3), (4, 3, 6)])
def test_it_is_the_one_hot_vector_carried_through_every_step(B: int, L: int, K: int) -> None:
    x0 = torch.randint(K, (B, L), generator=torch.Generator().manual_seed(1))
    p = torch.nn.functional.one_hot(x0, K).float()
    for Q in steps(K):
        p = p @ Q
    torch.testing.assert_close(discrete_q_sample_probs(x0, torch.linalg.multi_dot(steps(K))), p)


def test_a_simulated_chain_has_these_frequencies() -> None:
    K, n = 4, 40_000
    x = torch.full((n,), 2)
    generator = torch.Generator().manual_seed(0)
    for Q in steps(K):
        x = torch.multinomial(Q[x], 1, generator=generator)[:, 0]
    wanted = discrete_q_sample_probs(torch.tensor([[2]]), torch.linalg.multi_dot(steps(K)))[0, 0]
    torch.testing.assert_close(torch.bincount(x, minlength=K) / n, wanted, atol=0.015, rtol=0)


def test_averaged_over_the_noisy_token_the_posterior_is_the_marginal_before_it() -> None:
    """Σ_x q(x_t = x | x0) q(x_{t-1} | x_t = x, x0) = q(x_{t-1} | x0)."""
    first, second, _ = steps(4)
    x0 = torch.arange(4)
    noisy = discrete_q_sample_probs(x0[None], first @ second)[0]  # (4,4), rows are x0
    before = discrete_q_sample_probs(x0[None], first)[0]
    pairs = torch.cartesian_prod(x0, x0)
    posterior = discrete_posterior(pairs[:, 1], pairs[:, 0], second, first).reshape(4, 4, 4)  # x0, x_t, x_{t-1}
    torch.testing.assert_close(torch.einsum("ax,axk->ak", noisy, posterior), before)


def test_a_token_is_kept_or_masked() -> None:
    probs = discrete_q_sample_probs(torch.tensor([[0, 2, 3]]), transition_matrix("absorbing", 4, 0.75))
    torch.testing.assert_close(probs, torch.tensor([[[0.25, 0, 0, 0.75], [0, 0, 0.25, 0.75], [0, 0, 0, 1.0]]]))
