import torch


def causal_attention(q, k, v):
    n_q, n_k = q.size(2), k.size(2)
    positions = torch.arange(n_k - n_q, n_k)
    bias = torch.zeros(n_q, n_k, dtype=q.dtype).masked_fill(torch.arange(n_k)[None] > positions[:, None], -1e9)
    logits = torch.einsum("bhid,bhjd->bhij", q * q.size(-1) ** -0.5, k) + bias
    return torch.einsum("bhij,bhjd->bhid", torch.softmax(logits, dim=-1), v)
