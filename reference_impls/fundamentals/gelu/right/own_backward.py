import math

import torch


class Gelu(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        cdf = (1 + torch.erf(x / math.sqrt(2))) / 2
        ctx.save_for_backward(x, cdf)
        return x * cdf

    @staticmethod
    def backward(ctx, grad):
        x, cdf = ctx.saved_tensors
        return grad * (cdf + x * torch.exp(-x.pow(2) / 2) / math.sqrt(2 * math.pi))


def gelu(x):
    return Gelu.apply(x)
