# slip: time-derivative-left-out
import torch
from torch.autograd.functional import jvp


def mean_flow_target(u, x_t, r, t, v):
    d = jvp(lambda x: u(x, r, t), x_t, v)[1]
    return (v - (t - r).reshape(-1, *[1] * (x_t.ndim - 1)) * d).detach()
