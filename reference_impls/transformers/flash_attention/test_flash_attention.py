"""The flash-attention page agrees with torch's fused attention, whatever the tile, and stores no matrix of scores."""

from __future__ import annotations

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn.functional import scaled_dot_product_attention

from reference_impls.transformers.flash_attention.reference import flash_attention


@given(
    T=st.integers(1, 12),
    extra=st.integers(0, 20),
    block=st.integers(1, 20),
    causal=st.booleans(),
    seed=st.integers(0, 99),
)
@settings(max_examples=60, deadline=None)
def test_values_and_gradients_agree_with_torch(T: int, extra: int, block: int, causal: bool, seed: int) -> None:
    S = T + extra
    generator = torch.Generator().manual_seed(seed)
    shapes = [(2, 3, T, 4), (2, 3, S, 4), (2, 3, S, 5)]
    own = [3 * torch.randn(*s, dtype=torch.float64, generator=generator) for s in shapes]
    theirs = [tensor.clone().requires_grad_() for tensor in own]
    own = [tensor.requires_grad_() for tensor in own]
    mask = torch.ones(T, S, dtype=torch.bool).tril(diagonal=S - T) if causal else None
    out, want = (
        flash_attention(own[0], own[1], own[2], block, causal),
        scaled_dot_product_attention(theirs[0], theirs[1], theirs[2], attn_mask=mask),
    )
    torch.testing.assert_close(out, want)
    cotangent = torch.randn(out.shape, dtype=torch.float64, generator=generator)
    gradients = torch.autograd.grad(out, own, cotangent)
    for got, expected in zip(gradients, torch.autograd.grad(want, theirs, cotangent), strict=True):
        torch.testing.assert_close(got, expected)


def test_more_queries_than_keys() -> None:
    q, k, v = torch.randn(1, 2, 33, 4), torch.randn(1, 2, 5, 4), torch.randn(1, 2, 5, 3)
    torch.testing.assert_close(flash_attention(q, k, v, 2), scaled_dot_product_attention(q, k, v))


def test_scores_in_the_thousands_give_no_nan() -> None:
    q, k, v = 100 * torch.randn(1, 1, 6, 8), 10 * torch.randn(1, 1, 40, 8), torch.randn(1, 1, 40, 3)
    assert bool(flash_attention(q, k, v, 7).isfinite().all())
    assert bool(flash_attention(q, k, v, 7, True).isfinite().all())
