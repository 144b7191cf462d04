# slip: sum
import torch


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    total = 0.0
    for i in range(pol_w.shape[0]):
        h = beta * (pol_w[i] - ref_w[i] - pol_l[i] + ref_l[i])
        total = total + torch.nn.functional.softplus(-h)
    return total
