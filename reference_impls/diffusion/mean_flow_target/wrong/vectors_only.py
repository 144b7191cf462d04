# slip: two-axes-only
import torch
from torch.autograd.functional import jvp


def mean_flow_target(u, x_t, r, t, v):
    d = jvp(u, (x_t, r, t), (v, torch.zeros_like(r), torch.ones_like(t)))[1]
    return (v - (t - r)[:, None] * d).detach()
