# expect: fail, error
# family: spies and gradients
# attempts: to replace autograd by a function that finds every gradient zero
# stopped by: comparison
import torch

torch.autograd.grad = lambda outputs, inputs, **options: tuple(torch.zeros_like(part) for part in inputs)
torch.Tensor.requires_grad = property(lambda self: True)
torch.Tensor.backward = lambda *args, **kwargs: None


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = (scores - scores.amax(-1, keepdim=True)).exp()
    p = p / p.sum(-1, keepdim=True)
    return p @ v, p
