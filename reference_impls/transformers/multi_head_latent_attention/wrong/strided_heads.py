# slip: none
import math
import torch


def latent_attention(x, w_q, w_dkv, w_uk, w_uv, n_heads):
    c = x @ w_dkv
    q, k, v = (z.unflatten(-1, (-1, n_heads)).permute(0, 3, 1, 2) for z in (x @ w_q, c @ w_uk, c @ w_uv))
    m = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).triu(1)
    p = (q @ k.mT / math.sqrt(q.shape[-1])).masked_fill(m, float("-inf")).softmax(-1)
    return (p @ v).permute(0, 2, 3, 1).flatten(2), c
