# expect: fail, error
# family: spies and gradients
# attempts: right values, and hooks on the inputs that bend what arrives there
# stopped by: comparison
import torch


def attention(q, k, v, mask=None):
    for part in (q, k, v):
        if part.requires_grad:
            part.register_hook(lambda gradient: gradient.new_full(gradient.shape, float("nan")))
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = (scores - scores.amax(-1, keepdim=True)).exp()
    p = p / p.sum(-1, keepdim=True)
    return p @ v, p
