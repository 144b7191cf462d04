import torch
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    r = torch.stack([beta * (pol_w - ref_w), beta * (pol_l - ref_l)], dim=-1)
    return F.cross_entropy(r, torch.zeros(r.shape[0], dtype=torch.long))
