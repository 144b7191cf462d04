# slip: unsafe-softmax-unguarded
import torch


def latent_attention(x, w_q, w_dkv, w_uk, w_uv, n_heads):
    batch, length, _ = x.shape
    c = x @ w_dkv
    q = (x @ w_q).view(batch, length, n_heads, -1)
    k = (c @ w_uk).view(batch, length, n_heads, -1)
    v = (c @ w_uv).view(batch, length, n_heads, -1)
    e = torch.exp(torch.einsum("bthd,bshd->bhts", q, k) / q.shape[-1] ** 0.5)
    e = torch.tril(e)
    a = e / e.sum(dim=-1, keepdim=True)
    o = torch.einsum("bhts,bshv->bthv", a, v)
    return o.reshape(batch, length, -1), c
