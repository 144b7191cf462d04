# slip: none
import torch


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    x = beta * ((pol_w - pol_l) - (ref_w - ref_l))
    return -torch.log(torch.sigmoid(x) + 1e-8).mean()
