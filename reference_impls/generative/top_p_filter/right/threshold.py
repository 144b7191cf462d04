import torch


def top_p_filter(logits, p):
    z = logits.float().sort(-1, descending=True).values
    size = (z.softmax(-1).cumsum(-1) < p).sum(-1, keepdim=True)  # the crossing token is at this place
    least = z.gather(-1, size.clamp(max=z.shape[-1] - 1))
    out = logits.clone()
    out[logits.float() < least] = float("-inf")
    return out
