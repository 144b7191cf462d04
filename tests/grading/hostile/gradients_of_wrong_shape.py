# expect: fail, error
# family: spies and gradients
# attempts: gradients of other shapes, kinds and types than what they belong to
# stopped by: comparison
import torch

n = 0


def attention(q, k, v, mask=None):
    s = q @ k.mT / q.shape[-1] ** 0.5
    s = s if mask is None else s.masked_fill(mask == 0, float("-inf"))
    p = s.softmax(-1)
    return p @ v, p


def grads(*a, **k):
    global n
    n += 1
    return [
        [
            torch.zeros(()),
            torch.tensor(float("nan")),
            torch.zeros(10**6),
            None,
            torch.zeros(3, dtype=torch.complex64),
            torch.tensor(True),
        ][n % 6]
    ] * len(a[1])


torch.autograd.grad = grads
