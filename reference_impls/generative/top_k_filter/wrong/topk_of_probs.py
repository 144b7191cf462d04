# slip: places-by-probability
import torch


def top_k_filter(logits, k):
    probs = logits.softmax(-1)
    _, idx = probs.topk(min(k, probs.size(-1)), -1)
    mask = torch.ones_like(probs, dtype=torch.bool).scatter_(-1, idx, False)
    return logits.masked_fill(mask, float("-inf"))
