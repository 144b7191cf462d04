import torch


@torch.no_grad()
def pf_ode_step(x, t, dt, drift, diffusion, score):
    moved = x.clone()
    moved -= dt * drift(x, t)
    moved += (0.5 * dt * diffusion(t) ** 2) * score(x, t)
    return moved
