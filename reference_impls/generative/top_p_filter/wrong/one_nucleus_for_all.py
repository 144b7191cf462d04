# slip: size-of-the-first-row
import torch


def top_p_filter(logits, p):
    V = logits.shape[-1]
    probs = logits.softmax(-1).reshape(-1, V)
    c = probs[0].sort(descending=True).values.cumsum(0)
    k = min(int((c < p).sum()) + 1, V)
    least = logits.topk(k, dim=-1).values[..., -1:]
    return logits.masked_fill(logits < least, float("-inf"))
