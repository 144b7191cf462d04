# slip: over-the-first-axis
import torch
def top_p_filter(logits, p):
    s, idx = torch.sort(logits, dim=0, descending=True)
    pr = s.softmax(0)
    rm = pr.cumsum(0) - pr >= p
    rm[0] = False
    s = s.masked_fill(rm, float('-inf'))
    return torch.empty_like(logits).scatter(0, idx, s)
