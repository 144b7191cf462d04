# slip: margin-clamped-at-30
# input: pol_w = -10000, the others 0: loss 30 and gradient 0, should be 1000 and -0.1
import torch
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    logits = beta * ((pol_w - ref_w) - (pol_l - ref_l))
    logits = torch.clamp(logits, -30.0, 30.0)  # avoid overflow
    return -F.logsigmoid(logits).mean()
