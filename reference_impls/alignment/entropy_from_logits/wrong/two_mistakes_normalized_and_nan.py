# slip: none
import math
import torch

def entropy_from_logits(logits):
    lp = logits - logits.logsumexp(-1, keepdim=True)
    h = -(lp.exp() * lp).sum(-1)
    return h / math.log(logits.shape[-1])
