"""The grouped-query page agrees with torch's fused attention with enable_gqa, and with multi-head attention where Hkv = Hq."""

from __future__ import annotations

import pytest
import torch
from torch.nn.functional import scaled_dot_product_attention

from reference_impls.transformers.causal_attention.reference import causal_attention
from reference_impls.transformers.grouped_query_attention.reference import grouped_query_attention


@pytest.mark.parametrize("causal", [False, True])
@pytest.mark.parametrize(("T", "S"), [(1, 1), (4, 4), (1, 6), (3, 7), (5, 6)])
@pytest.mark.parametrize(
    ("B", "Hq", "Hkv", "d", "dv"), [(1, 4, 2, 4, 4), (2, 6, 3, 8, 5), (3, 6, 2, 3, 6), (2, 4, 1, 5, 2)]
)
def test_values_and_gradients_agree_with_torch(
    causal: bool, T: int, S: int, B: int, Hq: int, Hkv: int, d: int, dv: int
) -> None:
    torch.manual_seed(T * S + Hq)
    shapes = [(B, Hq, T, d), (B, Hkv, S, d), (B, Hkv, S, dv)]
    own = [torch.randn(*shape, dtype=torch.float64, requires_grad=True) for shape in shapes]
    theirs = [leaf.detach().clone().requires_grad_() for leaf in own]
    mask = torch.ones(T, S, dtype=torch.bool).tril(diagonal=S - T) if causal else None
    out = grouped_query_attention(own[0], own[1], own[2], causal)
    want = scaled_dot_product_attention(theirs[0], theirs[1], theirs[2], attn_mask=mask, enable_gqa=True)
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    gradients = torch.autograd.grad(out, own, cotangent)
    for got, expected in zip(gradients, torch.autograd.grad(want, theirs, cotangent), strict=True):
        torch.testing.assert_close(got, expected)


@pytest.mark.parametrize("T", [1, 3, 6])
def test_with_as_many_key_value_heads_it_is_multi_head_attention(T: int) -> None:
    q, k, v = torch.randn(2, 3, T, 4), torch.randn(2, 3, 6, 4), torch.randn(2, 3, 6, 5)
    torch.testing.assert_close(grouped_query_attention(q, k, v, causal=True), causal_attention(q, k, v))


def test_a_key_value_head_reaches_the_query_heads_of_its_group_alone() -> None:
    q, k, v = torch.randn(2, 6, 4, 3), torch.randn(2, 3, 5, 3), torch.randn(2, 3, 5, 3)
    other = k.clone()
    other[:, 1] = torch.randn(2, 5, 3)
    changed = grouped_query_attention(q, other, v) != grouped_query_attention(q, k, v)
    assert changed.flatten(2).any(dim=2).any(dim=0).tolist() == [False, False, True, True, False, False]
