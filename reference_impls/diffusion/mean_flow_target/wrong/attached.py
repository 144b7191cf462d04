# slip: graph-kept
import torch
from torch.autograd.functional import jvp


def mean_flow_target(u, x_t, r, t, v):
    d = jvp(u, (x_t, r, t), (v, torch.zeros_like(r), torch.ones_like(t)), create_graph=True)[1]
    return v - (t - r).reshape(-1, *[1] * (x_t.ndim - 1)) * d
