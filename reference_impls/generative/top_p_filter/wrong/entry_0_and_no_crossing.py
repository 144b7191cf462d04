# slip: entry-0-always-kept-and-crossing-dropped
import torch


def top_p_filter(logits, p):
    s, i = torch.sort(logits, descending=True)
    keep = s.softmax(-1).cumsum(-1) <= p
    m = torch.zeros_like(keep).scatter(-1, i, keep)
    m[..., 0] = True
    return torch.where(m, logits, -torch.inf)
