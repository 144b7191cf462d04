# slip: truncated
import torch


def q(t):
    m = t.abs().amax(-1, keepdim=True)
    s = torch.where(m > 0, m / 127, torch.ones_like(m))
    return (t / s).to(torch.int8).to(torch.int32), s


def int8_linear(x, weight, bias=None):
    a, sa = q(x)
    b, sb = q(weight)
    y = (a @ b.T) * sa * sb.squeeze(-1)
    return y if bias is None else y + bias
