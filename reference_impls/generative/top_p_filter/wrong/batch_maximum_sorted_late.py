# slip: maximum-of-all-rows-and-entry-0-alone
import torch


def top_p_filter(logits, p):
    probs = torch.exp(logits - torch.max(logits))
    probs /= probs.sum(-1, keepdim=True)
    values, order = torch.sort(probs, dim=-1, descending=True)
    keep = values.cumsum(-1) - values < p
    keep[..., 0] = True
    kept = torch.zeros_like(keep)
    kept.scatter_(-1, order, keep)
    return logits.masked_fill(~kept, -float("inf"))
