"""The multi-head page agrees with torch.nn.MultiheadAttention under copied weights and an inverted mask."""

from __future__ import annotations

import pytest
import torch

from reference_impls.transformers.multi_head_attention.reference import MultiHeadAttention


def pair(d_model: int, n_heads: int) -> tuple[MultiHeadAttention, torch.nn.MultiheadAttention]:
    """Ours and torch's, with one set of weights."""
    own = MultiHeadAttention(d_model, n_heads).double()
    theirs = torch.nn.MultiheadAttention(d_model, n_heads, batch_first=True).double()
    with torch.no_grad():
        theirs.in_proj_weight.copy_(own.qkv.weight)
        theirs.in_proj_bias.copy_(own.qkv.bias)
        theirs.out_proj.weight.copy_(own.out.weight)
        theirs.out_proj.bias.copy_(own.out.bias)
    return own, theirs


@pytest.mark.parametrize(("B", "T", "D", "H"), [(1, 1, 4, 2), (2, 5, 12, 3), (3, 6, 8, 8), (3, 4, 6, 1), (2, 2, 4, 2)])
@pytest.mark.parametrize("masked", ["none", "causal", "each head"])
def test_values_and_gradients_agree_with_torch(B: int, T: int, D: int, H: int, masked: str) -> None:
    torch.manual_seed(B * T * D + H)
    own, theirs = pair(D, H)
    visible = {
        "none": None,
        "causal": torch.ones(T, T, dtype=torch.bool).tril(),
        "each head": (torch.rand(B, H, T, T) < 0.5) | torch.eye(T, dtype=torch.bool),
    }[masked]
    hidden = None if visible is None else ~visible.expand(B, H, T, T).reshape(B * H, T, T)
    x = torch.randn(B, T, D, dtype=torch.float64, requires_grad=True)
    out, (want, _) = own(x, visible), theirs(x, x, x, attn_mask=hidden)
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    got = torch.autograd.grad(out, [x, own.qkv.weight, own.out.bias], cotangent)
    expected = torch.autograd.grad(want, [x, theirs.in_proj_weight, theirs.out_proj.bias], cotangent)
    for one, other in zip(got, expected, strict=True):
        torch.testing.assert_close(one, other)


@pytest.mark.parametrize("n_heads", [1, 2, 4, 8])
def test_parameters_do_not_depend_on_the_number_of_heads(n_heads: int) -> None:
    assert sum(p.numel() for p in MultiHeadAttention(8, n_heads).parameters()) == 4 * 8 * 8 + 4 * 8


@pytest.mark.parametrize(("d_model", "n_heads"), [(10, 4), (2, 4)])
def test_a_width_that_the_heads_do_not_divide_is_refused(d_model: int, n_heads: int) -> None:
    with pytest.raises(ValueError, match="not divisible"):
        MultiHeadAttention(d_model, n_heads)
