# slip: none
import torch


def top_p_filter(logits, p):
    pr = torch.softmax(logits, -1)
    s, i = pr.sort(-1, descending=True)
    drop = s.cumsum(-1) > p
    s = s.masked_fill(drop, 0.0)
    out = torch.zeros_like(pr).scatter(-1, i, s)
    return out / out.sum(-1, keepdim=True)
