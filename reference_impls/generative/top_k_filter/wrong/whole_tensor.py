# slip: k-of-all-rows
import torch


def top_k_filter(logits, k):
    flat = logits.reshape(-1)
    vals, idx = flat.topk(min(k, flat.numel()))
    out = torch.full_like(flat, float("-inf"))
    out[idx] = vals
    return out.view(logits.shape)
