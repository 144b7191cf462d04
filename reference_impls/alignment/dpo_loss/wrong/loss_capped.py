# slip: margin-clamped-at-20
import torch
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    margin = beta * ((pol_w - pol_l) - (ref_w - ref_l))
    return F.softplus(-torch.clamp(margin, min=-20.0)).mean()
