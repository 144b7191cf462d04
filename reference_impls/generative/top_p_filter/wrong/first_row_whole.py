# slip: first-row-reset
import torch


def top_p_filter(logits, p):
    z, order = torch.sort(logits, descending=True, dim=-1)
    probs = torch.softmax(z, dim=-1)
    drop = (torch.cumsum(probs, dim=-1) - probs) >= p
    drop[0] = False
    return logits.masked_fill(torch.empty_like(drop).scatter_(-1, order, drop), float("-inf"))
