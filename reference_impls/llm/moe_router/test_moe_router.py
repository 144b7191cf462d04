"""The router agrees with a loop over tokens, and its loss is 1 at balance and E where one expert takes everything."""

from __future__ import annotations

import pytest
import torch

from reference_impls.llm.moe_router.reference import moe_router


@pytest.mark.parametrize(("N", "E", "k"), [(5, 4, 2), (3, 6, 1), (7, 3, 3)])
def test_it_agrees_with_a_loop_over_tokens(N: int, E: int, k: int) -> None:
    logits = torch.randn(N, E, dtype=torch.float64)
    gates, indices, aux = moe_router(logits, k)
    p, load = logits.softmax(-1), torch.zeros(E, dtype=torch.float64)
    for n in range(N):
        order = logits[n].argsort(descending=True)[:k]
        assert indices[n].tolist() == order.tolist()
        torch.testing.assert_close(gates[n], logits[n, order].softmax(-1))
        load[order] += 1 / (N * k)
    torch.testing.assert_close(aux, E * sum(load[e] * p[:, e].mean() for e in range(E)))


@pytest.mark.parametrize("k", [1, 2, 3])
def test_balance_gives_one_for_every_k(k: int) -> None:
    """Each token prefers another expert: the rows are rotations of one row."""
    row = torch.randn(5, dtype=torch.float64)
    _, _, aux = moe_router(torch.stack([row.roll(i) for i in range(5)]), k)
    torch.testing.assert_close(aux, torch.ones((), dtype=torch.float64))


def test_a_collapsed_router_costs_as_much_as_there_are_experts() -> None:
    logits = torch.zeros(6, 4, dtype=torch.float64)
    logits[:, 2] = 50.0
    torch.testing.assert_close(moe_router(logits, 1)[2], torch.tensor(4.0, dtype=torch.float64))


def test_the_loss_pushes_busy_experts_down() -> None:
    logits = (torch.randn(50, 4).double() + torch.tensor([2.0, 0, 0, 0]).double()).requires_grad_()
    (gradient,) = torch.autograd.grad(moe_router(logits, 1)[2], [logits])
    assert float(gradient[:, 0].sum()) > 0
