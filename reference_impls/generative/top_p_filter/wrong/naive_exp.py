# slip: no-maximum
import torch


def top_p_filter(logits, p):
    e = torch.exp(logits)
    probs = e / e.sum(-1, keepdim=True)
    order = logits.argsort(dim=-1, descending=True)
    sorted_probs = torch.gather(probs, -1, order)
    drop = sorted_probs.cumsum(-1) - sorted_probs >= p
    drop[..., 0] = False
    return logits.masked_fill(torch.zeros_like(drop).scatter(-1, order, drop), float("-inf"))
