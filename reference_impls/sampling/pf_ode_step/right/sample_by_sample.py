import torch


def pf_ode_step(x, t, dt, drift, diffusion, score):
    f, s, g = drift(x, t), score(x, t), diffusion(t)
    return torch.stack([xi - (fi - (g**2 / 2) * si) * dt for xi, fi, si in zip(x, f, s)])
