"""Sparse attention against full attention on the kept keys alone, and as the layouts of other pages."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from reference_impls.transformers.attention.reference import attention
from reference_impls.transformers.attention_merge.reference import merge_attention
from reference_impls.transformers.block_sparse_attention.reference import block_sparse_attention
from reference_impls.transformers.sliding_window_attention.reference import sliding_window_attention


def inputs(T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(8)
    shapes = ((2, 3, T, 4), (2, 3, S, 4), (2, 3, S, 5))
    q, k, v = (torch.randn(*shape, generator=generator, dtype=torch.float64) for shape in shapes)
    return q, k, v


@pytest.mark.parametrize(("rows", "columns", "block"), [(1, 1, 3), (3, 4, 2), (4, 2, 3), (5, 5, 1)])
def test_every_query_attends_to_its_kept_keys(rows: int, columns: int, block: int) -> None:
    q, k, v = inputs(rows * block, columns * block)
    layout = torch.rand(rows, columns, generator=torch.Generator().manual_seed(1)) < 0.5
    layout[:, 0] |= ~layout.any(dim=1)
    got = block_sparse_attention(q, k, v, layout, block)
    for i in range(rows * block):
        kept = [j for j in range(columns * block) if layout[i // block, j // block]]
        weights = (torch.einsum("bhd,bhsd->bhs", q[:, :, i], k[:, :, kept]) / 2).softmax(dim=-1)
        torch.testing.assert_close(got[:, :, i], torch.einsum("bhs,bhsd->bhd", weights, v[:, :, kept]))


def test_all_tiles_are_full_attention() -> None:
    q, k, v = inputs(6, 8)
    layout = torch.ones(3, 4, dtype=torch.bool)
    torch.testing.assert_close(block_sparse_attention(q, k, v, layout, 2), attention(q, k, v)[0])


def test_tiles_of_one_can_be_a_sliding_window() -> None:
    q, k, v = inputs(7, 7)
    back = torch.arange(7)[:, None] - torch.arange(7)
    layout = (back >= 0) & (back < 3)
    torch.testing.assert_close(block_sparse_attention(q, k, v, layout, 1), sliding_window_attention(q, k, v, 3))


def test_two_layouts_merge_by_their_normalizers() -> None:
    q, k, v = inputs(4, 8)
    left = torch.tensor([[True, False, True, False], [False, True, False, False]])
    right = ~left
    outs = torch.stack([block_sparse_attention(q, k, v, tiles, 2) for tiles in (left, right)])
    scores = q @ k.transpose(-2, -1) / 2
    wide = [tiles.repeat_interleave(2, 0).repeat_interleave(2, 1) for tiles in (left, right)]
    normalizers = torch.stack([scores.masked_fill(~tiles, float("-inf")).logsumexp(dim=-1) for tiles in wide])
    torch.testing.assert_close(merge_attention(outs, normalizers)[0], attention(q, k, v)[0])
