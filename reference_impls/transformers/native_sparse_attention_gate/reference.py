"""Gated attention over three views of the past (Yuan et al. 2025, Native Sparse Attention, arXiv:2502.11089, eqs. 5 to 12).

    out_i = g_i1 Att(q_i, pooled blocks) + g_i2 Att(q_i, tokens of the best blocks) + g_i3 Att(q_i, last tokens)

A pooled key stands for its whole block, so its score says both what the coarse path attends to and which blocks are worth
reading in full. The own block is always read up to the query, and the window keeps the nearest tokens, so that the two other
paths need not learn them. A block is visible as a pooled key from its last token on; earlier it would show the future.
The paper pools with a small network and lets blocks overlap; here they are disjoint, and the pooling is the mean.

Shapes: q, k, v (T,d), gates (T,3), T a multiple of block. Returns: (T,d).
"""

import math

import torch
from torch import Tensor


def attend(scores: Tensor, v: Tensor, visible: Tensor) -> Tensor:
    """Softmax attention over the visible keys; 0 where there is none."""
    some = visible.any(dim=-1, keepdim=True)  # (T,1)
    return scores.masked_fill(~visible & some, float("-inf")).softmax(dim=-1) @ v * some


def gated_sparse_attention(
    q: Tensor, k: Tensor, v: Tensor, gates: Tensor, block: int, top_k: int, window: int
) -> Tensor:
    """The gated sum of compressed, selected and window attention, all causal."""
    T, d = q.shape
    n = T // block
    i, b = torch.arange(T), torch.arange(n)
    own = i // block  # (T,), the block of each token
    scores = q @ k.T / math.sqrt(d)  # (T,T)
    pooled_k, pooled_v = (x.unflatten(0, (n, block)).mean(dim=1) for x in (k, v))  # (n,d)
    pooled_scores = q @ pooled_k.T / math.sqrt(d)  # (T,n)

    ended = (b + 1) * block - 1 <= i[:, None]  # (T,n)
    compressed = attend(pooled_scores, pooled_v, ended)

    earlier = b < own[:, None]  # (T,n), the blocks to choose from
    best = pooled_scores.masked_fill(~earlier, float("-inf")).topk(min(top_k, n), dim=1).indices
    chosen = torch.zeros_like(earlier).scatter(1, best, True) & earlier
    chosen = chosen | (b == own[:, None])
    back = i[:, None] - i  # how far key j lies behind query i
    selected = attend(scores, v, chosen[:, own] & (back >= 0))

    near = attend(scores, v, (back >= 0) & (back < window))
    return gates[:, :1] * compressed + gates[:, 1:2] * selected + gates[:, 2:] * near
