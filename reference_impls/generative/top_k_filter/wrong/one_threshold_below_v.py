# slip: k-of-all-rows-below-v
import torch


def top_k_filter(logits, k):
    if k >= logits.size(-1):
        return logits.clone()
    values, _ = torch.sort(logits.flatten(), descending=True)
    threshold = values[k - 1]
    return logits.masked_fill(logits < threshold, float("-inf"))
