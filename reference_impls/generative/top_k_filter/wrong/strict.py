# slip: one-too-few
import torch


def top_k_filter(logits, k):
    k = min(k, logits.size(-1))
    kth = torch.topk(logits, k).values[..., -1, None]
    return torch.where(logits > kth, logits, torch.full_like(logits, float("-inf")))
