# slip: ratio-of-logs
import torch, torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    return -F.logsigmoid(beta * (pol_w / ref_w - pol_l / ref_l)).mean()
