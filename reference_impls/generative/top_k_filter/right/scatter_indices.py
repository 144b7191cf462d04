import torch


def top_k_filter(logits, k):
    values, indices = torch.topk(logits, min(int(k), logits.size(-1)), dim=-1)
    return torch.full_like(logits, float("-inf")).scatter_(-1, indices, values)
