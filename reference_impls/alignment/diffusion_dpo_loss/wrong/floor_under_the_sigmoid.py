# slip: sigmoid-clamped-at-1e-12
import torch


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    m = beta * ((ref_err_w - err_w) - (ref_err_l - err_l))
    return -torch.log(torch.clamp(torch.sigmoid(m), min=1e-12)).mean()
