# slip: transposed-jacobian
import torch
from torch.autograd.functional import jvp, vjp


def mean_flow_target(u, x_t, r, t, v):
    d = jvp(lambda t: u(x_t, r, t), t, torch.ones_like(t))[1]
    d = d + vjp(lambda x: u(x, r, t), x_t, v.detach())[1]
    return (v - (t - r).reshape(-1, *[1] * (x_t.ndim - 1)) * d).detach()
