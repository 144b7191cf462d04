# slip: none
import torch


def coupling_forward(x, net):
    a, b = x.chunk(2, 1)
    s, t = net(a.clone()).chunk(2, 1)
    with torch.no_grad():
        b.mul_(s.exp()).add_(t)
    return x, s.sum(1)


def coupling_inverse(y, net):
    a, b = y.chunk(2, 1)
    s, t = net(a).chunk(2, 1)
    return torch.cat([a, (b - t) / s.exp()], 1), -s.sum(1)
