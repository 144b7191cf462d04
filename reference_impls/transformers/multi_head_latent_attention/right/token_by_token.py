import math
import torch


def latent_attention(x, w_q, w_dkv, w_uk, w_uv, n_heads):
    cache, rows = [], []
    for t in range(x.shape[1]):
        token = x[:, t]
        cache.append(token @ w_dkv)
        c = torch.stack(cache, dim=1)
        q = (token @ w_q).unflatten(-1, (n_heads, -1))
        k = (c @ w_uk).unflatten(-1, (n_heads, -1))
        v = (c @ w_uv).unflatten(-1, (n_heads, -1))
        w = (torch.einsum("bhd,bthd->bht", q, k) / math.sqrt(q.shape[-1])).softmax(-1)
        rows.append(torch.einsum("bht,bthe->bhe", w, v).flatten(1))
    return torch.stack(rows, 1), torch.stack(cache, 1)
