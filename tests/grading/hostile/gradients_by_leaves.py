# expect: fail, error
# family: spies and gradients
# attempts: inputs returned as results, leaves made of results, and graphs cut and joined again
# stopped by: comparison
import torch


class Sneak(torch.autograd.Function):
    @staticmethod
    def forward(ctx, o, *i):
        ctx.n = len(i)
        return o.clone()

    @staticmethod
    def backward(ctx, g):
        return (None, *[torch.ones(()).expand(1) for _ in range(ctx.n)])


def attention(q, k, v, mask=None):
    o = q @ k.mT @ v
    return Sneak.apply(o.detach(), q, k, v), (q @ k.mT).requires_grad_()
