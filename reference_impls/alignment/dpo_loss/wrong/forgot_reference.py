# slip: no-reference
import torch
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    diff = pol_w - pol_l
    return F.softplus(-beta * diff).mean()
