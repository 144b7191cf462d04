import torch
def top_p_filter(logits, p):
    s, i = torch.sort(logits, descending=False)
    c = s.softmax(-1).cumsum(-1)
    rm = c <= 1 - p
    rm[..., -1:] = False
    return logits.masked_fill(rm.scatter(-1, i, rm), float("-inf"))
