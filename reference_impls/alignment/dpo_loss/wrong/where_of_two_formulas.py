# slip: both-branches-computed
"""Margin 10000 with beta = 0.1 (z = 1000): the value is right, the gradient is nan."""
import torch


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    logits = beta * ((pol_w - pol_l) - (ref_w - ref_l))
    log_sig = torch.where(
        logits >= 0,
        -torch.log1p(torch.exp(-logits)),
        logits - torch.log1p(torch.exp(logits)),
    )
    return -log_sig.mean()
