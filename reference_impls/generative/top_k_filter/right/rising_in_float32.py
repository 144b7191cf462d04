import torch


def top_k_filter(logits, k):
    k = min(max(k, 1), logits.size(-1))
    x = logits.float()
    kth = x.sort(dim=-1)[0][..., -k].unsqueeze(-1)
    bias = torch.zeros_like(x).masked_fill(x < kth, float("-inf"))
    return x + bias
