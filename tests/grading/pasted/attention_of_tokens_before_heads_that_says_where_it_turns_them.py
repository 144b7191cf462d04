# problem: causal-attention
import torch, math
def causal_mha(query, key, value):
    query = query.transpose(1, 2)  # query: (B, H, T, d)
    key = key.transpose(1, 2)  # key: (B, H, S, d)
    value = value.transpose(1, 2)
    B, H, T, d = query.shape
    S = key.shape[2]
    scores = query @ key.transpose(-2, -1) / math.sqrt(d)
    i = torch.arange(T)[:, None] + S - T
    scores = scores.masked_fill(torch.arange(S)[None] > i, float("-inf"))
    return (scores.softmax(-1) @ value).transpose(1, 2)
