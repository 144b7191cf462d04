# slip: none
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    return -F.logsigmoid(0.1 * ((pol_w - ref_w) - (pol_l - ref_l))).mean()
