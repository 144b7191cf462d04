import torch
import torch.nn.functional as F
def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    margin = beta * ((pol_w - ref_w) - (pol_l - ref_l))
    losses = torch.nn.functional.softplus(-margin.float())
    return losses.mean()
