"""The cross-attention page agrees with torch.nn.MultiheadAttention with kdim and vdim, under copied weights."""

from __future__ import annotations

import pytest
import torch

from reference_impls.transformers.cross_attention.reference import CrossAttention


def pair(d_model: int, d_context: int, n_heads: int) -> tuple[CrossAttention, torch.nn.MultiheadAttention]:
    """Ours and torch's, with one set of weights."""
    own = CrossAttention(d_model, d_context, n_heads).double()
    theirs = torch.nn.MultiheadAttention(d_model, n_heads, kdim=d_context, vdim=d_context, batch_first=True).double()
    with torch.no_grad():
        if d_model == d_context:  # torch keeps one matrix then
            theirs.in_proj_weight.copy_(torch.cat([own.q.weight, own.k.weight, own.v.weight]))
        else:
            theirs.q_proj_weight.copy_(own.q.weight)
            theirs.k_proj_weight.copy_(own.k.weight)
            theirs.v_proj_weight.copy_(own.v.weight)
        theirs.in_proj_bias.copy_(torch.cat([own.q.bias, own.k.bias, own.v.bias]))
        theirs.out_proj.weight.copy_(own.out.weight)
        theirs.out_proj.bias.copy_(own.out.bias)
    return own, theirs


@pytest.mark.parametrize(
    ("B", "T", "D", "S", "C", "H"),
    [(1, 1, 4, 2, 6, 2), (2, 5, 12, 7, 10, 3), (3, 6, 8, 4, 9, 8), (3, 4, 6, 4, 6, 1), (2, 5, 6, 1, 4, 2)],
)
@pytest.mark.parametrize("masked", ["none", "each head"])
def test_values_and_gradients_agree_with_torch(B: int, T: int, D: int, S: int, C: int, H: int, masked: str) -> None:
    torch.manual_seed(B * T * D + H)
    own, theirs = pair(D, C, H)
    visible = None
    if masked == "each head":
        visible = (torch.rand(B, H, T, S) < 0.5) | (torch.arange(S) == S - 1)
    hidden = None if visible is None else ~visible.reshape(B * H, T, S)
    x = torch.randn(B, T, D, dtype=torch.float64, requires_grad=True)
    context = torch.randn(B, S, C, dtype=torch.float64, requires_grad=True)
    out, (want, _) = own(x, context, visible), theirs(x, context, context, attn_mask=hidden)
    torch.testing.assert_close(out, want)
    cotangent = torch.randn_like(out)
    got = torch.autograd.grad(out, [x, context, own.out.weight], cotangent)
    expected = torch.autograd.grad(want, [x, context, theirs.out_proj.weight], cotangent)
    for one, other in zip(got, expected, strict=True):
        torch.testing.assert_close(one, other)


def test_the_order_of_the_context_does_not_matter() -> None:
    own = CrossAttention(6, 5, 2).double()
    x, context = torch.randn(2, 3, 6, dtype=torch.float64), torch.randn(2, 4, 5, dtype=torch.float64)
    torch.testing.assert_close(own(x, context[:, [2, 0, 3, 1]]), own(x, context))


def test_one_key_gives_its_value_to_all() -> None:
    own = CrossAttention(6, 5, 3).double()
    context = torch.randn(2, 1, 5, dtype=torch.float64)
    got = own(torch.randn(2, 4, 6, dtype=torch.float64), context)
    torch.testing.assert_close(got, own.out(own.v(context)).expand(2, 4, 6))


@pytest.mark.parametrize(("d_model", "d_context", "n_heads"), [(10, 8, 4), (2, 4, 4)])
def test_a_width_that_the_heads_do_not_divide_is_refused(d_model: int, d_context: int, n_heads: int) -> None:
    with pytest.raises(ValueError, match="not divisible"):
        CrossAttention(d_model, d_context, n_heads)
