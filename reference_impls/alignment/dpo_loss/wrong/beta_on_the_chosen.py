# slip: beta-on-the-chosen-only
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    logits = beta * (pol_w - ref_w) - (pol_l - ref_l)
    return F.softplus(-logits).mean()
