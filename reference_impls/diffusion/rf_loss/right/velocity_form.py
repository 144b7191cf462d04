import torch


class Solution:
    def rf_loss(self, model, x1):
        x0 = torch.empty_like(x1).normal_()
        t = 1 - torch.rand(len(x1))
        v = (x1 - x0).detach()
        x_t = x0 + torch.einsum("b,b...->b...", t.to(v), v)
        r = v - model(x_t, t)
        return (r**2).sum() / r.numel()
