"""Slots and table against queues, and what every dispatch must satisfy."""

from __future__ import annotations

import pytest
import torch

from reference_impls.llm.moe_capacity_dispatch.reference import moe_dispatch


def routes(seed: int, N: int, k: int, E: int) -> torch.Tensor:
    """k different experts for each of N tokens."""
    return torch.rand(N, E, generator=torch.Generator().manual_seed(seed)).argsort(dim=1)[:, :k]


CONFIGURATIONS = [(0, 1, 1, 1, 1), (1, 6, 2, 3, 3), (2, 9, 3, 4, 5), (3, 20, 2, 6, 4)]


@pytest.mark.parametrize(("seed", "N", "k", "E", "capacity"), CONFIGURATIONS)
def test_queues_give_the_same(seed: int, N: int, k: int, E: int, capacity: int) -> None:
    indices = routes(seed, N, k, E)
    queues: list[list[int]] = [[] for _ in range(E)]
    slots = torch.full((N, k), -1)
    for choice in range(k):
        for token in range(N):
            queue = queues[int(indices[token, choice])]
            if len(queue) < capacity:
                slots[token, choice] = len(queue)
                queue.append(token)
    got_slots, got_table = moe_dispatch(indices, E, capacity)
    assert got_slots.tolist() == slots.tolist()
    assert got_table.tolist() == [queue + [-1] * (capacity - len(queue)) for queue in queues]


@pytest.mark.parametrize(("seed", "N", "k", "E", "capacity"), CONFIGURATIONS)
def test_each_kept_assignment_finds_its_token_and_each_expert_is_full_before_it_drops(
    seed: int, N: int, k: int, E: int, capacity: int
) -> None:
    indices = routes(seed, N, k, E)
    slots, table = moe_dispatch(indices, E, capacity)
    kept = slots >= 0
    assert (table[indices[kept], slots[kept]] == kept.nonzero()[:, 0]).all()
    assert ((table >= 0).sum(dim=1) == torch.bincount(indices.flatten(), minlength=E).clamp(max=capacity)).all()
