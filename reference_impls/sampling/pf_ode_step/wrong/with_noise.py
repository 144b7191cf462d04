# slip: none
import torch


def pf_ode_step(x, t, dt, drift, diffusion, score):
    g = diffusion(t)
    mean = x - (drift(x, t) - g**2 * score(x, t)) * dt
    return mean + g * dt**0.5 * torch.randn_like(x)
