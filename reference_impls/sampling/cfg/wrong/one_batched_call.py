# slip: none
import torch


@torch.no_grad()
def cfg_eps(model, x, t, c, w=7.5):
    both = model(torch.cat([x, x]), torch.cat([t, t]), torch.cat([torch.zeros_like(c), c]))
    eps_u, eps_c = both.chunk(2)
    return eps_u + w * (eps_c - eps_u)
