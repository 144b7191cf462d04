# slip: by-probability
import torch


def top_k_filter(logits, k):
    p = torch.softmax(logits, dim=-1)
    kth = torch.sort(p, dim=-1, descending=True).values[..., min(k, p.shape[-1]) - 1].unsqueeze(-1)
    return logits.masked_fill(p < kth, float("-inf"))
