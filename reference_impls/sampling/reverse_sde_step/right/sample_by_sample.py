import torch


def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    f, s, g = drift(x, t), score(x, t), diffusion(t)
    return torch.stack([x[i] - (f[i] - g * g * s[i]) * dt + g * dt**0.5 * z[i] for i in range(x.shape[0])])
