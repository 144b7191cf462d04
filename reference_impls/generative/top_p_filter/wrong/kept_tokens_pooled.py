# slip: kept-in-any-row
import torch


def top_p_filter(logits, p):
    z, order = torch.sort(logits, descending=True, dim=-1)
    probs = torch.softmax(z, dim=-1)
    keep = (torch.cumsum(probs, dim=-1) - probs) < p
    keep[..., 0] = True
    out = torch.full_like(logits, float("-inf"))
    allowed = order[keep].unique()
    out[..., allowed] = logits[..., allowed]
    return out
