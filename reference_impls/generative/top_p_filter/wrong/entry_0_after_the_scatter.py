# slip: entry-0-always-kept-and-shifted
import torch


def top_p_filter(logits, p):
    s, i = torch.sort(logits, descending=True)
    c = s.softmax(-1).cumsum(-1)
    r = c > p
    r[..., 1:] = r[..., :-1].clone()
    m = r.scatter(-1, i, r)
    m[..., 0] = False
    return logits.masked_fill(m, -float("inf"))
