"""The patchify page agrees with unfold (up to its order inside a token), with explicit indices, and is a bijection."""

from __future__ import annotations

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from reference_impls.diffusion_transformers.patchify.reference import patchify, unpatchify

SIZES = {
    "B": st.integers(1, 3),
    "C": st.integers(1, 4),
    "rows": st.integers(1, 4),
    "columns": st.integers(1, 4),
    "p": st.integers(1, 3),
}


@given(**SIZES)
@settings(max_examples=60, deadline=None)
def test_it_is_unfold_with_channels_last(B: int, C: int, rows: int, columns: int, p: int) -> None:
    x = torch.randn(B, C, rows * p, columns * p)
    unfolded = functional.unfold(x, p, stride=p).transpose(1, 2)  # (B, N, C·p·p)
    want = unfolded.reshape(B, rows * columns, C, p, p).permute(0, 1, 3, 4, 2).reshape(B, rows * columns, -1)
    torch.testing.assert_close(patchify(x, p), want, rtol=0, atol=0)


@given(**SIZES)
@settings(max_examples=60, deadline=None)
def test_each_undoes_the_other(B: int, C: int, rows: int, columns: int, p: int) -> None:
    x = torch.randn(B, C, rows * p, columns * p)
    assert torch.equal(unpatchify(patchify(x, p), p, rows * p, columns * p), x)
    tokens = torch.randn(B, rows * columns, p * p * C)
    assert torch.equal(patchify(unpatchify(tokens, p, rows * p, columns * p), p), tokens)


def test_every_number_goes_where_the_formula_says() -> None:
    B, C, H, W, p = 2, 3, 4, 6, 2
    x = torch.randn(B, C, H, W)
    tokens = patchify(x, p)
    for c in range(C):
        for row in range(H):
            for column in range(W):
                n = (row // p) * (W // p) + column // p
                entry = ((row % p) * p + column % p) * C + c
                assert torch.equal(tokens[:, n, entry], x[:, c, row, column])
