# slip: detached
import torch
import torch.nn.functional as F


@torch.no_grad()
def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    return F.softplus(beta * ((err_w - ref_err_w) - (err_l - ref_err_l))).mean()
