# slip: unstable-log-sigmoid
import torch


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    x = beta * ((pol_w - pol_l) - (ref_w - ref_l))
    return -torch.log(1 / (1 + torch.exp(-x))).mean()
