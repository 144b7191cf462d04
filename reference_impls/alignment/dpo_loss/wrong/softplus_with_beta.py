# slip: loss-divided-by-beta
"""Wrong for every beta other than 1, e.g. the default 0.1: zero margins give 6.93 instead of 0.693."""

import torch
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    margin = (pol_w - ref_w) - (pol_l - ref_l)
    return F.softplus(-margin, beta=beta).mean()
