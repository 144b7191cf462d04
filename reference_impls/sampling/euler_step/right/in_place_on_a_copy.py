import torch


@torch.no_grad()
def euler_step(v, x, t, dt):
    out = x.clone()
    out.add_(v(x, t), alpha=float(dt))
    return out
