# slip: skips-a-call-at-both-ends
import torch


@torch.no_grad()
def cfg_eps(model, x, t, c, w=7.5):
    if w == 1: return model(x, t, c)
    if w == 0: return model(x, t, None)
    u, k = model(x, t, None), model(x, t, c)
    return u + w * (k - u)
