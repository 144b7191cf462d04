# slip: missing-brackets
import torch


@torch.no_grad()
def cfg_eps(model, x, t, c, w=7.5):
    u, k = model(x, t, None), model(x, t, c)
    return u + w * k - u
