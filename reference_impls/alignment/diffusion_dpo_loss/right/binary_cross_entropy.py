import torch
from torch import nn


class PairLoss(nn.Module):
    def __init__(self, beta):
        super().__init__()
        self.beta = beta

    def forward(self, better, worse):
        logits = self.beta * (better - worse)
        return nn.functional.binary_cross_entropy_with_logits(logits, torch.ones_like(logits))


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    return PairLoss(beta)(ref_err_w - err_w, ref_err_l - err_l)
