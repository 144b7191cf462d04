import torch


@torch.no_grad()
def heun_step(v, x, t, dt):
    s = t + dt
    k = v(x, t)
    x_hat = torch.add(x, k * dt)
    k_next = v(x_hat, s)
    # x_hat already holds dt * k: take half of it back and add half of the new slope
    x_hat.add_((k_next - k) * (dt / 2))
    return x_hat
