import torch


def causal_attention(q, k, v):
    T, S = q.shape[-2], k.shape[-2]
    scores = torch.einsum("...td,...sd->...ts", q, k) / q.shape[-1] ** 0.5
    scores = scores.masked_fill(~torch.ones(T, S, dtype=torch.bool).tril(S - T), -1e9)
    attn = torch.exp(scores - torch.logsumexp(scores, dim=-1, keepdim=True))
    return attn @ v
