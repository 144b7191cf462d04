# slip: none
import torch


def coupling_forward(x, net):
    a, b = x.chunk(2, 1)
    t, s = net(a).chunk(2, 1)
    return torch.cat([a, b * s.exp() + t], 1), s.sum(1)


def coupling_inverse(y, net):
    a, b = y.chunk(2, 1)
    t, s = net(a).chunk(2, 1)
    return torch.cat([a, (b - t) * (-s).exp()], 1), -s.sum(1)
