import torch


def euler_step(v, x, t, dt):
    t = torch.as_tensor(t, dtype=x.dtype, device=x.device)
    h = torch.as_tensor(dt, dtype=x.dtype, device=x.device)
    with torch.no_grad():
        return torch.addcmul(x, h, v(x, t))
