"""Latent attention equals its uncompressed form, and the form that attends over the latent itself."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from reference_impls.transformers.causal_attention.reference import causal_attention
from reference_impls.transformers.multi_head_latent_attention.reference import latent_attention

B, T, D, R, H, WIDTH, VALUE = 2, 5, 6, 4, 3, 2, 5


def inputs() -> tuple[Tensor, ...]:
    shapes = [(B, T, D), (D, H * WIDTH), (D, R), (R, H * WIDTH), (R, H * VALUE)]
    return tuple(torch.randn(shape, dtype=torch.float64) for shape in shapes)


def test_it_is_causal_attention_with_low_rank_projections() -> None:
    """W_dkv W_uk is one key matrix of rank r."""
    x, w_q, w_dkv, w_uk, w_uv = inputs()
    q, k, v = ((x @ w).unflatten(-1, (H, -1)).transpose(1, 2) for w in (w_q, w_dkv @ w_uk, w_dkv @ w_uv))
    out, latent = latent_attention(x, w_q, w_dkv, w_uk, w_uv, H)
    torch.testing.assert_close(out, causal_attention(q, k, v).transpose(1, 2).flatten(2))
    torch.testing.assert_close(latent, x @ w_dkv)


def test_the_up_projections_can_be_absorbed() -> None:
    """Queries in latent space attend over the cache directly; the values' matrix follows the sum."""
    x, w_q, w_dkv, w_uk, w_uv = inputs()
    out, latent = latent_attention(x, w_q, w_dkv, w_uk, w_uv, H)
    for h in range(H):
        up, values = w_uk[:, h * WIDTH : (h + 1) * WIDTH], w_uv[:, h * VALUE : (h + 1) * VALUE]
        query = x @ w_q[:, h * WIDTH : (h + 1) * WIDTH] @ up.T
        scores = query @ latent.transpose(1, 2) / math.sqrt(WIDTH)
        weights = scores.masked_fill(torch.ones(T, T).triu(1).bool(), -torch.inf).softmax(-1)
        torch.testing.assert_close(out[..., h * VALUE : (h + 1) * VALUE], weights @ latent @ values)


def test_a_prefix_does_not_feel_what_follows() -> None:
    x, *weights = inputs()
    whole, part = latent_attention(x, *weights, H), latent_attention(x[:, :3], *weights, H)
    torch.testing.assert_close(whole[0][:, :3], part[0])
    torch.testing.assert_close(whole[1][:, :3], part[1])
