# expect: timeout
# family: spies and gradients
# attempts: a value at once, and a backward pass without end
# stopped by: watch
# timeout: 0.3
import torch


class Slow(torch.autograd.Function):
    @staticmethod
    def forward(ctx, q, k, v):
        return (q @ k.mT) @ v, q @ k.mT

    @staticmethod
    def backward(ctx, *cotangents):
        while True:
            pass


def attention(q, k, v, mask=None):
    return Slow.apply(q, k, v)
