import torch


@torch.no_grad()
def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    g = diffusion(t)
    out = x.clone()
    out.sub_(drift(x, t), alpha=dt)
    out.add_(score(x, t), alpha=dt * g**2)
    out.add_(z, alpha=g * dt**0.5)
    return out
