# uses: a backward pass written by hand, and a check of it
import torch


class Weights(torch.autograd.Function):
    @staticmethod
    def forward(ctx, scores):
        e = (scores - scores.amax(-1, keepdim=True)).exp()
        p = e / e.sum(-1, keepdim=True)
        ctx.save_for_backward(p)
        return p

    @staticmethod
    def backward(ctx, cotangent):
        (p,) = ctx.saved_tensors
        return p * (cotangent - (cotangent * p).sum(-1, keepdim=True))


assert torch.autograd.gradcheck(Weights.apply, torch.randn(2, 3, dtype=torch.float64, requires_grad=True))


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, torch.finfo(scores.dtype).min)
    p = Weights.apply(scores)
    if mask is not None:
        p = p * (torch.as_tensor(mask) != 0)
    return p @ v, p
