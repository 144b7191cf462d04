# slip: scale-of-the-latent
import math
import torch


def latent_attention(x, w_q, w_dkv, w_uk, w_uv, n_heads):
    c = x @ w_dkv
    q = (x @ w_q).unflatten(-1, (n_heads, -1))
    qc = torch.einsum("bthd,rhd->bhtr", q, w_uk.unflatten(1, (n_heads, -1)))
    m = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).triu(1)
    p = (qc @ c[:, None].mT / math.sqrt(c.shape[-1])).masked_fill(m, float("-inf")).softmax(-1)
    return torch.einsum("bhtr,rhe->bthe", p @ c[:, None], w_uv.unflatten(1, (n_heads, -1))).flatten(2), c
