# expect: fail
# family: spies and gradients
# attempts: right values from a function that answers every question for a gradient with what came in
# stopped by: comparison
import torch


class Straight(torch.autograd.Function):
    @staticmethod
    def forward(ctx, q, k, v, mask):
        ctx.save_for_backward(q, k, v)
        scores = q @ k.mT / q.shape[-1] ** 0.5
        scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
        p = (scores - scores.amax(-1, keepdim=True)).exp()
        p = p / p.sum(-1, keepdim=True)
        return p @ v, p

    @staticmethod
    def backward(ctx, out, p):
        q, k, v = ctx.saved_tensors
        return torch.ones_like(q), torch.zeros_like(k), torch.full_like(v, float("nan")), None


def attention(q, k, v, mask=None):
    return Straight.apply(q, k, v, mask)
