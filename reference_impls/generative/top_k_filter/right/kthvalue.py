import torch


def top_k_filter(logits, k):
    V = logits.shape[-1]
    if k >= V:
        return logits.clone()
    threshold = logits.kthvalue(V - k + 1, dim=-1, keepdim=True).values
    out = logits.clone()
    out[out < threshold] = float("-inf")
    return out
