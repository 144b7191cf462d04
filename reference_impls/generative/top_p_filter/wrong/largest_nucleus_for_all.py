# slip: size-of-the-largest-row
import torch
def top_p_filter(logits, p):
    s, idx = logits.sort(-1, descending=True)
    pr = s.softmax(-1)
    k = max(int((pr.cumsum(-1) - pr < p).sum(-1).max()), 1)
    out = torch.full_like(logits, float('-inf'))
    return out.scatter(-1, idx[..., :k], s[..., :k])
