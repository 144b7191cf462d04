# slip: none
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    margin = (beta * ((pol_w - ref_w) - (pol_l - ref_l))).clamp(-20, 20)
    return -F.logsigmoid(margin).mean()
