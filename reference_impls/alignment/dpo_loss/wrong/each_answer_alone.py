# slip: each-answer-alone
import torch.nn.functional as F


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    return (-F.logsigmoid(beta * (pol_w - ref_w)) - F.logsigmoid(-beta * (pol_l - ref_l))).mean()
