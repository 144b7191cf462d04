import torch


def moments(x, t, dt, drift, diffusion, score):
    variance = dt * diffusion(t) ** 2
    return x - dt * drift(x, t) + variance * score(x, t), variance**0.5


def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    mean, std = moments(x, t, dt, drift, diffusion, score)
    return torch.addcmul(mean, torch.full_like(z, std), z)
