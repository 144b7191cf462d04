import torch


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    excess = (err_w - ref_err_w.detach()) - (err_l - ref_err_l.detach())
    return torch.nn.functional.softplus(beta * excess).mean()
