# slip: log-of-sigmoid
import torch


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    margin = -beta * ((err_w - ref_err_w) - (err_l - ref_err_l))
    return -torch.log(torch.sigmoid(margin)).mean()
