# slip: mask-of-the-first-row
import torch
def top_p_filter(logits, p):
    flat = logits.reshape(-1, logits.shape[-1])
    s, i = flat[0].sort(descending=True)
    pr = s.softmax(-1); cum = pr.cumsum(-1)
    rem = cum - pr >= p; rem[0] = False
    m = torch.zeros_like(rem); m[i] = rem
    return logits.masked_fill(m, float('-inf'))
