"""The gated paths against a query by query account, and against causal attention where they see everything."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor

from reference_impls.transformers.causal_attention.reference import causal_attention
from reference_impls.transformers.native_sparse_attention_gate.reference import gated_sparse_attention


def inputs(T: int, d: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(12)
    q, k, v = (torch.randn(T, d, generator=generator, dtype=torch.float64) for _ in range(3))
    return q, k, v, torch.rand(T, 3, generator=generator, dtype=torch.float64)


def one(query: Tensor, keys: list[Tensor], values: list[Tensor]) -> Tensor:
    """Softmax attention of one query; 0 without keys."""
    if not keys:
        return torch.zeros_like(query)
    scores = torch.stack([query @ key for key in keys]) / math.sqrt(len(query))
    return scores.softmax(dim=0) @ torch.stack(values)


@pytest.mark.parametrize(("T", "block", "top_k", "window"), [(4, 2, 1, 2), (12, 3, 2, 5), (10, 2, 9, 1), (5, 1, 1, 3)])
def test_it_is_the_sum_of_three_paths_for_every_query(T: int, block: int, top_k: int, window: int) -> None:
    q, k, v, gates = inputs(T, 4)
    got = gated_sparse_attention(q, k, v, gates, block, top_k, window)
    blocks = [list(range(start, start + block)) for start in range(0, T, block)]
    for i in range(T):
        ended = [tokens for tokens in blocks if tokens[-1] <= i]
        means = [(k[tokens].mean(dim=0), v[tokens].mean(dim=0)) for tokens in ended]
        compressed = one(q[i], [key for key, _ in means], [value for _, value in means])
        others = [tokens for tokens in ended if i not in tokens]
        best = sorted(others, key=lambda tokens: -float(q[i] @ k[tokens].mean(dim=0)))[:top_k]
        read = [j for tokens in best for j in tokens] + [j for j in blocks[i // block] if j <= i]
        selected = one(q[i], list(k[read]), list(v[read]))
        near = list(range(max(0, i - window + 1), i + 1))
        recent = one(q[i], list(k[near]), list(v[near]))
        want = gates[i, 0] * compressed + gates[i, 1] * selected + gates[i, 2] * recent
        torch.testing.assert_close(got[i], want)


def test_with_all_blocks_or_a_full_window_a_path_is_causal_attention() -> None:
    q, k, v, _ = inputs(12, 4)
    want = causal_attention(q[None, None], k[None, None], v[None, None])[0, 0]
    for path in (1, 2):
        gates = torch.zeros(12, 3, dtype=torch.float64)
        gates[:, path] = 1
        torch.testing.assert_close(gated_sparse_attention(q, k, v, gates, 3, 4, 12), want)


def test_the_future_has_no_effect() -> None:
    q, k, v, gates = inputs(12, 4)
    before = gated_sparse_attention(q, k, v, gates, 3, 2, 4)
    k[8:], v[8:] = 7, -5
    torch.testing.assert_close(gated_sparse_attention(q, k, v, gates, 3, 2, 4)[:8], before[:8])
