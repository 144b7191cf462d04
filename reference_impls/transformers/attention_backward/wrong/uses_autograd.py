# slip: none
import torch


def attention_backward(dout, q, k, v, causal=False):
    q, k, v = (z.detach().requires_grad_() for z in (q, k, v))
    T, S = q.shape[-2], k.shape[-2]
    s = q @ k.mT * q.shape[-1] ** -0.5
    if causal:
        s = s.masked_fill(~torch.ones(T, S, dtype=torch.bool).tril(S - T), float("-inf"))
    return torch.autograd.grad(s.softmax(-1) @ v, (q, k, v), dout)
