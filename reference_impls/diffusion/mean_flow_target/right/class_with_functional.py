import torch
from torch.autograd import functional


class MeanFlow:
    def __init__(self, network):
        self.network = network

    def total_derivative(self, x, r, t, v):
        along_x = functional.jvp(lambda x: self.network(x, r, t), x, v)[1]
        along_t = functional.jvp(lambda t: self.network(x, r, t), t, torch.ones_like(t))[1]
        return along_x + along_t

    @torch.no_grad()
    def target(self, x, r, t, v):
        with torch.enable_grad():
            rate = self.total_derivative(x.detach(), r.detach(), t.detach(), v.detach())
        return torch.addcmul(v, (r - t)[(...,) + (None,) * (x.ndim - 1)], rate)


def mean_flow_target(u, x_t, r, t, v):
    return MeanFlow(u).target(x_t, r, t, v)
