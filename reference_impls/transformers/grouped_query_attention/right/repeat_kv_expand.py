import torch
import torch.nn.functional as F


def repeat_kv(x: torch.Tensor, n_rep: int) -> torch.Tensor:
    if n_rep == 1:
        return x
    b, h, s, d = x.shape
    return x[:, :, None, :, :].expand(b, h, n_rep, s, d).reshape(b, h * n_rep, s, d)


class Solution:
    def grouped_query_attention(self, q, k, v, causal=False):
        n_rep = q.size(1) // k.size(1)
        k, v = repeat_kv(k, n_rep), repeat_kv(v, n_rep)
        att = (q * q.size(-1) ** -0.5) @ k.mT
        if causal:
            T, S = att.shape[-2:]
            bias = torch.zeros(T, S, dtype=att.dtype)
            bias = bias.masked_fill(torch.tril(torch.ones(T, S), diagonal=S - T) == 0, float("-inf"))
            att = att + bias
        att = F.softmax(att, dim=-1, dtype=torch.float32).to(q.dtype)
        return att @ v
