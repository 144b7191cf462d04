# slip: shift-scaled-in-both-directions
import torch


def coupling_forward(x, net):
    kept, other = x.chunk(2, dim=1)
    scale, shift = net(kept).chunk(2, dim=1)
    return torch.cat([kept, (other + shift) * scale.exp()], dim=1), scale.sum(dim=1)


def coupling_inverse(y, net):
    kept, other = y.chunk(2, dim=1)
    scale, shift = net(kept).chunk(2, dim=1)
    return torch.cat([kept, other * (-scale).exp() - shift], dim=1), -scale.sum(dim=1)
