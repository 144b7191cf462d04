# slip: along-the-average-velocity
import torch
from torch.autograd.functional import jvp


def mean_flow_target(u, x_t, r, t, v):
    w = u(x_t, r, t).detach()
    d = jvp(u, (x_t, r, t), (w, torch.zeros_like(r), torch.ones_like(t)))[1]
    return (v - (t - r).reshape(-1, *[1] * (x_t.ndim - 1)) * d).detach()
