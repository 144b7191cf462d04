# expect: error
# family: spies and gradients
# attempts: the weights of the given model by derivatives of derivatives
# stopped by: process
# problem: heun-step
import torch


def heun_step(v, x, t, dt):
    leaf = x.detach().requires_grad_()
    y = v(leaf, t)
    for _ in range(5):
        (y,) = torch.autograd.grad(y.sum(), leaf, create_graph=True)
    return y
