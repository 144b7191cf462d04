import torch


@torch.no_grad()
def heun_step(v, x, t, dt):
    t_next = t + dt
    k1 = v(x, t)
    k2 = v(x + (t_next - t) * k1, t_next)
    return x + (t_next - t) * (k1 + k2) / 2
