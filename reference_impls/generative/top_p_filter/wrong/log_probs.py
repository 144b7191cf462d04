# slip: log-softmax-of-all
import torch
def top_p_filter(logits, p):
    s, i = logits.sort(descending=True, dim=-1)
    pr = s.softmax(-1); cum = pr.cumsum(-1)
    rem = cum - pr >= p
    rem[..., 0] = False
    return logits.log_softmax(-1).masked_fill(torch.zeros_like(rem).scatter(-1, i, rem), float('-inf'))
