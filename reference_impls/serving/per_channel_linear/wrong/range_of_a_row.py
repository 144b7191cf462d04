# slip: half-the-range
import torch


def int8_linear(x, weight, bias=None):
    def codes(a):
        s = (a.amax(-1, keepdim=True) - a.amin(-1, keepdim=True)) / 254
        s = torch.where(s == 0, torch.ones_like(s), s)
        return torch.round(a / s).clamp(-127, 127).to(torch.int32), s

    qx, sx = codes(x)
    qw, sw = codes(weight)
    out = (qx.double() @ qw.double().T).to(x.dtype) * sx * sw.squeeze(-1)
    return out if bias is None else out + bias
