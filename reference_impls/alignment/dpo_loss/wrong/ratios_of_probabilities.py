# slip: none
import torch
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    ratio_w = pol_w / ref_w
    ratio_l = pol_l / ref_l
    return -F.logsigmoid(beta * (ratio_w - ratio_l)).mean()
