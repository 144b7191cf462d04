# slip: two-always-kept
import torch


def top_p_filter(logits, p):
    order = logits.argsort(dim=-1, descending=True)
    probs = torch.softmax(logits, dim=-1)
    sorted_probs = probs.gather(-1, order)
    before = sorted_probs.cumsum(-1) - sorted_probs
    keep = before < p
    keep[..., :2] = True
    keep = torch.zeros_like(keep).scatter(-1, order, keep)
    return logits.masked_fill(~keep, float("-inf"))
