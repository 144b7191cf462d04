# slip: every-other-feature
import torch
def coupling_forward(x, net):
    a, b = x[:, ::2], x[:, 1::2]
    s, t = net(a).chunk(2, dim=1)
    y = torch.stack([a, b * s.exp() + t], dim=2).flatten(1)
    return y, s.sum(1)
def coupling_inverse(y, net):
    a, b = y[:, ::2], y[:, 1::2]
    s, t = net(a).chunk(2, dim=1)
    x = torch.stack([a, (b - t) * (-s).exp()], dim=2).flatten(1)
    return x, -s.sum(1)
