# slip: smallest-always-lost
import torch


def top_k_filter(logits, k):
    V = logits.shape[-1]
    k = max(1, min(k, V - 1))
    order = torch.argsort(logits, dim=-1, descending=True)
    rank = torch.argsort(order, dim=-1)
    return logits.masked_fill(rank >= k, float("-inf"))
