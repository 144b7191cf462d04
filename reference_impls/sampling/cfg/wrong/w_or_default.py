# slip: zero-taken-for-left-out
"""w = 0 gives the prediction for w = 7.5 instead of the unconditional one."""
import torch


def cfg_eps(model, x, t, c, w=None):
    w = w or 7.5
    with torch.no_grad():
        eps_uncond = model(x, t, None)
        eps_cond = model(x, t, c)
        guided = eps_uncond + w * (eps_cond - eps_uncond)
    return guided
