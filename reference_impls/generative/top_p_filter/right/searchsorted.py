import torch
def top_p_filter(logits, p):
    s, idx = logits.sort(-1, descending=True)
    c = s.softmax(-1).cumsum(-1)
    n = torch.searchsorted(c.contiguous(), torch.full((*c.shape[:-1], 1), p, dtype=c.dtype)) + 1
    n = n.clamp(max=logits.shape[-1])
    keep = torch.arange(logits.shape[-1]) < n
    return logits.masked_fill(~torch.zeros_like(keep).scatter(-1, idx, keep), float('-inf'))
