# slip: log-ratios-clamped-at-20
import torch
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    chosen = torch.clamp(pol_w - ref_w, -20, 20)
    rejected = torch.clamp(pol_l - ref_l, -20, 20)
    return -F.logsigmoid(beta * (chosen - rejected)).mean()
