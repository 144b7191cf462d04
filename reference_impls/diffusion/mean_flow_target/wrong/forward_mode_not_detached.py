# slip: graph-of-the-network-kept
import torch
def mean_flow_target(u, x_t, r, t, v):
    _, dudt = torch.func.jvp(u, (x_t, r, t), (v, torch.zeros_like(r), torch.ones_like(t)))
    return v - (t - r).view(-1, *[1]*(x_t.ndim-1)) * dudt
