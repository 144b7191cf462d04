# slip: kth-smallest-below-v
import torch


def top_k_filter(logits, k):
    if k >= logits.shape[-1]:
        return logits
    kth = torch.kthvalue(logits, k, dim=-1, keepdim=True).values
    return logits.masked_fill(logits < kth, float("-inf"))
