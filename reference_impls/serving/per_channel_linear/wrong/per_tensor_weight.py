# slip: one-scale-for-the-weights
import torch


def q(t, dim):
    m = t.abs().amax(dim, keepdim=True) if dim is not None else t.abs().max()
    s = torch.where(m > 0, m / 127, torch.ones_like(m))
    return torch.round(t / s), s


def int8_linear(x, weight, bias=None):
    a, sa = q(x, -1)
    b, sb = q(weight, None)
    y = (a @ b.T) * sa * sb
    return y if bias is None else y + bias
