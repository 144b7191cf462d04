# expect: error, fail
# family: spies and gradients
# attempts: to ask while another question is open: the given model called from inside its own gradient
# stopped by: protocol
# problem: heun-step
import torch


class Nested(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, v, t):
        ctx.v, ctx.t = v, t
        return x * 2

    @staticmethod
    def backward(ctx, g):
        for _ in range(20):
            ctx.v(g, ctx.t).sum().backward()
        return g, None, None


def heun_step(v, x, t, dt):
    leaf = x.detach().requires_grad_()
    y = Nested.apply(v(Nested.apply(leaf, v, t), t), v, t)
    y.sum().backward()
    return leaf.grad
