# slip: axis-of-the-threshold-lost
import torch


def top_k_filter(logits, k):
    kth = logits.topk(min(k, logits.shape[-1]), dim=-1).values.min(dim=-1).values
    return torch.where(logits < kth, -torch.inf, logits)
