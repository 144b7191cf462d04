import torch
def top_k_filter(logits, k):
    rank = logits.argsort(dim=-1, descending=True).argsort(dim=-1)
    return torch.where(rank < k, logits, torch.tensor(float('-inf'), dtype=logits.dtype))
