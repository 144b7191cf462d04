# slip: no-maximum-and-the-first-alone
import torch


def top_p_filter(logits, p):
    order = logits.argsort(dim=-1, descending=True)
    probs = logits.exp() / logits.exp().sum(-1, keepdim=True)
    sorted_probs = probs.gather(-1, order)
    before = sorted_probs.cumsum(-1) - sorted_probs
    keep = (before < p) | (torch.arange(logits.shape[-1]) == 0)
    keep = torch.zeros_like(keep).scatter(-1, order, keep)
    return torch.where(keep, logits, float("-inf"))
