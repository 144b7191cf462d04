# slip: maximum-of-all-rows
# input: rows [1e4, 0, 1] and [0, 1, 2], p=0.9: the second row gets NaN masses and a wrong set
import torch


def top_p_filter(logits, p):
    e = torch.exp(logits.double() - logits.max().double())
    probs = e / e.sum(dim=-1, keepdim=True)
    order = logits.argsort(dim=-1, descending=True)
    sp = probs.gather(-1, order)
    cum = sp.cumsum(-1)
    drop = torch.zeros_like(cum, dtype=torch.bool)
    drop[..., 1:] = cum[..., :-1] >= p
    out = logits.clone()
    return out.masked_fill(torch.zeros_like(drop).scatter(-1, order, drop), float("-inf"))
