# slip: heads-without-transpose
import math
import torch


def latent_attention(x, w_q, w_dkv, w_uk, w_uv, n_heads):
    B, T, _ = x.shape
    c = x @ w_dkv
    q, k, v = (z.view(B, n_heads, T, -1) for z in (x @ w_q, c @ w_uk, c @ w_uv))
    m = torch.ones(T, T, dtype=torch.bool).triu(1)
    p = (q @ k.mT / math.sqrt(q.shape[-1])).masked_fill(m, float("-inf")).softmax(-1)
    return (p @ v).transpose(1, 2).flatten(2), c
