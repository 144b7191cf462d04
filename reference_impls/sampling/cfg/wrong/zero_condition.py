# slip: zeros-for-none
import torch


@torch.no_grad()
def cfg_eps(model, x, t, c, w=7.5):
    null = torch.zeros_like(c)
    eps_cond = model(x, t, c)
    eps_null = model(x, t, null)
    return eps_null + w * (eps_cond - eps_null)
