import torch


def pf_ode_step(x, t, dt, drift, diffusion, score):
    g = float(diffusion(t))
    f = drift(x, t)
    s = score(x, t)
    return torch.add(torch.sub(x, f, alpha=dt), s, alpha=dt * g * g / 2)
