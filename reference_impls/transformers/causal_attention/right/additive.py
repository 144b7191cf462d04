import torch, math
def causal_attention(q, k, v):
    T, S = q.shape[-2], k.shape[-2]
    bias = torch.full((T, S), -math.inf, dtype=q.dtype).triu(1 + S - T)
    return torch.softmax(torch.matmul(q, k.mT) / math.sqrt(q.shape[-1]) + bias, -1) @ v
