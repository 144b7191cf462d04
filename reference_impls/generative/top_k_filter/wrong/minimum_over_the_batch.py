# slip: lowest-threshold-for-all
import torch


def top_k_filter(logits, k):
    k = min(k, logits.shape[-1])
    kth = torch.min(torch.topk(logits, k, dim=-1).values)
    return logits.masked_fill(logits < kth, float("-inf"))
