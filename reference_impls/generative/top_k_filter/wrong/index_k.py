# slip: one-too-many
import torch


def top_k_filter(logits, k):
    if k >= logits.shape[-1]:
        return logits
    s, _ = torch.sort(logits, dim=-1, descending=True)
    return logits.masked_fill(logits < s[..., k : k + 1], float("-inf"))
