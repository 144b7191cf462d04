# slip: twice-the-gradient-at-zero
import torch


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    m = beta * (pol_w - ref_w - pol_l + ref_l)
    return torch.mean(torch.where(m <= 0, -m, 0.0) + torch.log1p(torch.exp(-m.abs())))
