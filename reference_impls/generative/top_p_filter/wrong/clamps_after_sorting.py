# slip: logits-clamped
import torch


def top_p_filter(logits, p):
    s, i = torch.sort(logits, descending=True)
    e = s.clamp(-50, 50).exp()
    pr = e / e.sum(-1, keepdim=True)
    r = pr.cumsum(-1) - pr >= p
    r[..., 0] = False
    return logits.masked_fill(torch.zeros_like(r).scatter(-1, i, r), -torch.inf)
