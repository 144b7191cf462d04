import torch
import torch.nn.functional as F
def causal_attention(q, k, v):
    T, S = q.shape[-2], k.shape[-2]
    s = torch.matmul(q.float(), k.float().transpose(-1, -2)) / (q.shape[-1] ** 0.5)
    s = s.masked_fill(torch.triu(torch.ones(T, S), diagonal=S - T + 1).bool(), float('-inf'))
    return F.softmax(s, dim=-1).to(q.dtype) @ v
