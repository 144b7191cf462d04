# problem: mean-flow-target
import torch


class MeanFlow:
    def __init__(self, model):
        self.model = model

    def target(self, z, r, t, v):
        u, dudt = torch.autograd.functional.jvp(
            self.model, (z, r, t), (v, torch.zeros_like(r), torch.ones_like(t))
        )
        t_ = t.view(-1, *[1] * (z.dim() - 1))
        r_ = r.view(-1, *[1] * (z.dim() - 1))
        return (v - (t_ - r_) * dudt).detach()
