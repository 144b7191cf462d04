# slip: multiplied-by-the-mask
import torch


def top_k_filter(logits, k):
    k = min(k, logits.shape[-1])
    v, i = torch.topk(logits, k, dim=-1)
    mask = torch.zeros_like(logits)
    mask.scatter_(-1, i, 1.0)
    return logits * mask
