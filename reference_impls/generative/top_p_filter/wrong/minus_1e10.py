# slip: filled-with-minus-1e10
import torch


def top_p_filter(logits, p):
    order = logits.argsort(dim=-1, descending=True)
    probs = logits.softmax(-1)
    sorted_probs = probs.gather(-1, order)
    before = sorted_probs.cumsum(-1) - sorted_probs
    keep = (before < p) | (torch.arange(logits.shape[-1]) == 0)
    keep = torch.zeros_like(keep).scatter(-1, order, keep)
    return torch.where(keep, logits, torch.full_like(logits, -1e10))
