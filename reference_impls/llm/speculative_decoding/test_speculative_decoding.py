"""What the rule is for: whatever the draft model, the tokens have the target's distribution. Summed up exactly, no draws."""

from __future__ import annotations

import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from torch import Tensor

from reference_impls.llm.speculative_decoding.reference import speculative_accept


def distributions(seed: int, rows: int, V: int) -> Tensor:
    generator = torch.Generator().manual_seed(seed)
    return (2 * torch.randn(rows, V, generator=generator, dtype=torch.float64)).softmax(dim=-1)


def first_token(p: Tensor, q: Tensor) -> Tensor:
    """The distribution of the first token, over all drafts of one token and both outcomes of u."""
    V = p.shape[1]
    total = torch.zeros(V, dtype=torch.float64)
    for token in range(V):
        drafts, ratio = torch.tensor([token]), float(p[0, token] / q[0, token])
        accepted = min(ratio, 1.0)
        count, _ = speculative_accept(p, q, drafts, torch.tensor([accepted / 2], dtype=torch.float64))
        assert count == 1
        total[token] += q[0, token] * accepted
        if ratio < 1:
            count, rest = speculative_accept(p, q, drafts, torch.tensor([(1 + ratio) / 2], dtype=torch.float64))
            assert count == 0
            total += q[0, token] * (1 - accepted) * rest
    return total


@given(st.integers(0, 10_000), st.integers(2, 7))
def test_the_first_token_has_the_distribution_of_the_target(seed: int, V: int) -> None:
    p, q = distributions(seed, 2, V), distributions(seed + 1, 1, V)
    torch.testing.assert_close(first_token(p, q), p[0])


@given(st.integers(0, 10_000), st.integers(1, 6))
def test_the_first_rejection_ends_it(seed: int, n: int) -> None:
    p, q, V = distributions(seed, n + 1, 5), distributions(seed + 1, n, 5), 5
    generator = torch.Generator().manual_seed(seed)
    drafts, u = torch.randint(V, (n,), generator=generator), torch.rand(n, generator=generator, dtype=torch.float64)
    accepted = [float(u[i]) < float(p[i, x] / q[i, x]) for i, x in enumerate(drafts.tolist())]
    count, following = speculative_accept(p, q, drafts, u)
    assert count == (accepted.index(False) if False in accepted else n)
    assert float(following.sum()) == pytest.approx(1)
    if count == n:
        assert torch.equal(following, p[n])
    else:
        assert bool((following[p[count] <= q[count]] == 0).all())
        assert float(following[drafts[count]]) == 0


@given(st.integers(0, 10_000), st.integers(2, 6))
def test_the_part_of_drafts_that_is_accepted_is_what_both_models_share(seed: int, V: int) -> None:
    p, q = distributions(seed, 2, V), distributions(seed + 1, 1, V)
    assume(float((p[0] - q[0]).abs().sum()) > 1e-6)
    grid = (torch.arange(2000, dtype=torch.float64) + 0.5) / 2000
    share = sum(float(q[0, x]) * float((grid < p[0, x] / q[0, x]).double().mean()) for x in range(V))
    assert share == pytest.approx(float(torch.minimum(p[0], q[0]).sum()), abs=1e-3)


def test_a_worked_example() -> None:
    p = torch.tensor([[0.5, 0.3, 0.2], [0.1, 0.2, 0.7]])
    q = torch.tensor([[0.2, 0.6, 0.2]])
    count, following = speculative_accept(p, q, torch.tensor([1]), torch.tensor([0.4]))
    assert count == 1
    torch.testing.assert_close(following, p[1])
    count, following = speculative_accept(p, q, torch.tensor([1]), torch.tensor([0.6]))
    assert count == 0
    torch.testing.assert_close(following, torch.tensor([1.0, 0.0, 0.0]))
