# slip: none
import torch


def mean_flow_target(u, x_t, r, t, v):
    x, s = x_t.detach().clone().requires_grad_(), t.detach().clone().requires_grad_()
    gx, gt = torch.autograd.grad(u(x, r, s).sum(), (x, s), materialize_grads=True)
    shape = (-1, *[1] * (x_t.ndim - 1))
    return (v - (t - r).reshape(shape) * (gx * v + gt.reshape(shape))).detach()
