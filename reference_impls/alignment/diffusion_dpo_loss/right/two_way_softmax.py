import torch
import torch.nn.functional as F


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta):
    rewards = torch.stack([beta * (ref_err_w - err_w), beta * (ref_err_l - err_l)], dim=1)
    return F.cross_entropy(rewards, torch.zeros(len(err_w), dtype=torch.long))
