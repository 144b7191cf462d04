# problem: entropy-from-logits
# expect: fail
import torch
def entropy_from_logits(logits):
    lp = logits.log_softmax(-1)
    p = lp.exp()
    return -(p * lp.masked_fill(p == 0, 0)).sum(-1, keepdim=True).squeeze()
