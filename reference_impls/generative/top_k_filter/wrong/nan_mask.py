# slip: mask-times-infinity
import torch


def top_k_filter(logits, k):
    kth = logits.topk(min(k, logits.shape[-1]), dim=-1).values.amin(-1, keepdim=True)
    keep = (logits >= kth).to(logits.dtype)
    return keep * logits + (1 - keep) * float("-inf")
