# slip: ho-salimans-weight
import torch


@torch.no_grad()
def cfg_eps(model, x, t, c, w=7.5):
    cond = model(x, t, c)
    uncond = model(x, t, None)
    return cond + w * (cond - uncond)
