# slip: 1e-12-in-the-log
import torch
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    margin = beta * ((pol_w - pol_l) - (ref_w - ref_l))
    return -torch.log(torch.clamp(torch.sigmoid(margin), min=1e-12)).mean()
