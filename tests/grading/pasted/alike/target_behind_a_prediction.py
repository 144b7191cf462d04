# problem: mean-flow-target
# says: your code returns 2 results: the one called u_tgt is graded
import torch


def mean_flow(fn, z, r, t, v):
    u, du_dt = torch.func.jvp(fn, (z, r, t), (v, torch.zeros_like(r), torch.ones_like(t)))
    h = torch.clamp(t - r, min=0.0, max=1.0).view(-1, *([1] * (z.ndim - 1)))
    u_tgt = v - h * du_dt
    return u, u_tgt.detach()
