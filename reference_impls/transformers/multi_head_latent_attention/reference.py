"""Multi-head latent attention without its rotary part (DeepSeek-AI 2024, arXiv:2405.04434, section 2.1.2, eqs. 9 to 11).

    c = x W_dkv                              (B,T,r), all that a cache keeps
    k_h = c W_uk^h,   v_h = c W_uv^h         keys and values of all heads, rebuilt from one latent
    q_h = x W_q^h
    out = concat_h causal_attention(q_h, k_h, v_h),   scores q·k / √d

Row vectors, so weights stand on the right; head h owns the h-th contiguous slice of columns. Since q·k = q W_ukᵀ c, the
up-projection can move to the query side, and decoding then works on the latent itself: with a rotation in between it
could not.

Shapes: x (B,T,D), w_q (D,H·d), w_dkv (D,r), w_uk (r,H·d), w_uv (r,H·dv). Returns: out (B,T,H·dv) and c (B,T,r).
"""

import math

import torch
from torch import Tensor


def latent_attention(
    x: Tensor, w_q: Tensor, w_dkv: Tensor, w_uk: Tensor, w_uv: Tensor, n_heads: int
) -> tuple[Tensor, Tensor]:
    """Causal attention whose keys and values come from a shared low-rank latent."""
    latent = x @ w_dkv  # (B,T,r)
    q, k, v = (
        part.unflatten(-1, (n_heads, -1)).transpose(1, 2)  # (B,H,T,d), values (B,H,T,dv)
        for part in (x @ w_q, latent @ w_uk, latent @ w_uv)
    )
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,T)
    future = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool, device=x.device).triu(diagonal=1)
    out = scores.masked_fill(future, float("-inf")).softmax(dim=-1) @ v  # (B,H,T,dv)
    return out.transpose(1, 2).flatten(-2), latent
