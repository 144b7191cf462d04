"""Attention in tiles with an online softmax (Dao et al. 2022, arXiv:2205.14135, algorithm 1; no T x S matrix is stored).

    for each tile of keys:  m' = max(m, max_j s_j),   p_j = exp(s_j - m'),   α = exp(m - m')
                            ℓ' = α ℓ + Σ_j p_j,       o' = α o + Σ_j p_j v_j
    out = o / ℓ

m is the running maximum, ℓ the running denominator (Milakov & Gimelshein 2018, arXiv:1805.02867, algorithm 3). What was
summed up under an old maximum is brought to the new one by α: both ℓ and o. The result is exact, the work stays O(TSd).

Shapes: q (B,H,T,d), k (B,H,S,d), v (B,H,S,dv). Causal: query i sees the keys j <= i + S - T, with T <= S.
Returns: out (B,H,T,dv). Memory beyond that: O(T · block) for each head.
"""

import math

import torch
from torch import Tensor


def flash_attention(q: Tensor, k: Tensor, v: Tensor, block: int = 16, causal: bool = False) -> Tensor:
    """softmax(q kᵀ / √d) v, one tile of `block` keys at a time."""
    T, S, d = q.shape[-2], k.shape[-2], q.shape[-1]
    m = q.new_full((*q.shape[:-1], 1), float("-inf"))  # (B,H,T,1)
    l = torch.zeros_like(m)  # (B,H,T,1)
    o = q.new_zeros(*q.shape[:-1], v.shape[-1])  # (B,H,T,dv)
    last_visible = torch.arange(T, device=q.device)[:, None] + S - T  # (T,1)
    for start in range(0, S, block):
        k_tile, v_tile = k[..., start : start + block, :], v[..., start : start + block, :]
        s = q @ k_tile.transpose(-2, -1) / math.sqrt(d)  # (B,H,T,tile)
        if causal:
            keys = torch.arange(start, start + k_tile.shape[-2], device=q.device)
            s = s.masked_fill(keys > last_visible, float("-inf"))  # key 0 is always visible, so m stays finite
        m_new = torch.maximum(m, s.amax(dim=-1, keepdim=True))
        p = (s - m_new).exp()
        alpha = (m - m_new).exp()
        l = alpha * l + p.sum(dim=-1, keepdim=True)
        o = alpha * o + p @ v_tile
        m = m_new
    return o / l
