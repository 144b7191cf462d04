# slip: mask-not-scattered
import torch


def top_p_filter(logits, p):
    probs, _ = logits.softmax(-1).sort(-1, descending=True)
    remove = probs.cumsum(-1) - probs >= p
    remove[..., 0] = False
    out = logits.clone()
    out[remove] = -float("inf")
    return out
