"""The sparse forward pass agrees with running all experts on all tokens, and with the gates of the router's page."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.llm.mixture_of_experts.reference import moe_forward
from reference_impls.llm.moe_router.reference import moe_router


def functions(E: int, D: int) -> list[torch.nn.Linear]:
    return [torch.nn.Linear(D, D, dtype=torch.float64) for _ in range(E)]


@pytest.mark.parametrize(("N", "D", "E", "k"), [(5, 3, 4, 2), (2, 4, 6, 1), (3, 2, 3, 3)])
def test_it_agrees_with_the_dense_sum_weighted_by_the_router(N: int, D: int, E: int, k: int) -> None:
    x, gate, experts = torch.randn(N, D).double(), torch.randn(D, E).double(), functions(E, D)
    gates, indices, _ = moe_router(x @ gate, k)
    weights = torch.zeros(N, E).double().scatter(1, indices, gates)
    want = torch.einsum("ne,end->nd", weights, torch.stack([expert(x) for expert in experts]))
    torch.testing.assert_close(moe_forward(x, gate, experts, k), want)


def test_equal_experts_are_one_layer() -> None:
    x, gate, expert = torch.randn(4, 3).double(), torch.randn(3, 5).double(), functions(1, 3)[0]
    torch.testing.assert_close(moe_forward(x, gate, [expert] * 5, 2), expert(x))


def test_experts_without_tokens_are_left_alone() -> None:
    def never(x: Tensor) -> Tensor:
        raise AssertionError("called")

    x, gate = torch.ones(3, 2).double(), torch.tensor([[5.0, 1.0, -9.0], [5.0, 1.0, -9.0]]).double()
    torch.testing.assert_close(moe_forward(x, gate, [lambda x: 2 * x, lambda x: 2 * x, never], 2), 2 * x)
