# slip: no-scale
import torch


def causal_attention(q, k, v):
    s = torch.matmul(q, k.transpose(2, 3))
    T, S = s.shape[-2:]
    s = s + torch.full((T, S), float("-inf"), dtype=s.dtype).triu(S - T + 1)
    return torch.matmul(s.softmax(-1), v)
