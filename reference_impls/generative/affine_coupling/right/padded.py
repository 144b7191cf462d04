import torch
import torch.nn.functional as F


def _parts(v, net):
    n = v.shape[1] // 2
    out = net(v[:, :n])
    s = F.pad(out[:, :n], (n, 0))
    t = F.pad(out[:, n:], (n, 0))
    return s, t


def coupling_forward(x, net):
    s, t = _parts(x, net)
    return torch.addcmul(t, x, s.exp()), torch.einsum("bd->b", s)


def coupling_inverse(y, net):
    s, t = _parts(y, net)
    return torch.mul(y - t, torch.exp(-s)), torch.einsum("bd->b", -s)
