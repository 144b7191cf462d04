"""The causal attention page agrees with torch's fused attention under an explicit bottom-right triangle."""

from __future__ import annotations

import pytest
import torch
from torch.nn.functional import scaled_dot_product_attention

from reference_impls.transformers.causal_attention.reference import causal_attention


@pytest.mark.parametrize(("T", "S"), [(1, 1), (2, 2), (5, 5), (1, 6), (3, 7), (5, 6)])
@pytest.mark.parametrize(("B", "H", "d", "dv"), [(1, 1, 4, 4), (2, 3, 8, 5), (4, 2, 3, 6)])
def test_values_and_gradients_agree_with_torch(T: int, S: int, B: int, H: int, d: int, dv: int) -> None:
    torch.manual_seed(T * S + d)
    shapes = [(B, H, T, d), (B, H, S, d), (B, H, S, dv)]
    own = [torch.randn(*shape, dtype=torch.float64, requires_grad=True) for shape in shapes]
    theirs = [leaf.detach().clone().requires_grad_() for leaf in own]
    mask = torch.ones(T, S, dtype=torch.bool).tril(diagonal=S - T)
    out, want = (
        causal_attention(own[0], own[1], own[2]),
        scaled_dot_product_attention(theirs[0], theirs[1], theirs[2], attn_mask=mask),
    )
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    gradients = torch.autograd.grad(out, own, cotangent)
    for got, expected in zip(gradients, torch.autograd.grad(want, theirs, cotangent), strict=True):
        torch.testing.assert_close(got, expected)


@pytest.mark.parametrize("T", [1, 2, 4])
def test_the_last_queries_of_a_sequence_answer_as_in_the_whole(T: int) -> None:
    """What makes a cache valid."""
    q, k, v = (torch.randn(2, 3, 9, 4, dtype=torch.float64) for _ in range(3))
    whole = causal_attention(q, k, v)
    torch.testing.assert_close(causal_attention(q[..., -T:, :], k, v), whole[..., -T:, :])
