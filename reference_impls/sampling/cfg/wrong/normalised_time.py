# slip: none
import torch


@torch.no_grad()
def cfg_eps(model, x, t, c, w=7.5):
    t = t.float() / 1000
    u, k = model(x, t, None), model(x, t, c)
    return u.lerp(k, w)
