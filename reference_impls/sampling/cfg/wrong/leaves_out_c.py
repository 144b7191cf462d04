# slip: none
import torch


@torch.no_grad()
def cfg_eps(model, x, t, c, w=7.5):
    eps_u = model(x, t)
    eps_c = model(x, t, c)
    return eps_u + w * (eps_c - eps_u)
