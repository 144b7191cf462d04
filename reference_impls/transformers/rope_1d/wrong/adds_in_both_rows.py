# slip: plus-in-both-rows
import torch


def rope_1d(x, theta=10000.0, offset=0):
    tokens, width = x.shape[-2], x.shape[-1]
    rate = torch.exp(torch.arange(0, width, 2, dtype=torch.float64) * (-torch.log(torch.tensor(theta).double()) / width))
    turn = (offset + torch.arange(tokens, dtype=torch.float64)).unsqueeze(1) * rate
    pairs = x.double().unflatten(-1, (-1, 2))
    a, b = pairs.unbind(-1)
    turned = torch.stack((a * turn.cos() + b * turn.sin(), a * turn.sin() + b * turn.cos()), dim=-1)
    return turned.flatten(-2).to(x.dtype)
