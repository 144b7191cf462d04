# slip: parameters-replaced
import torch
from torch import nn


def momentum_update(online, target, m=0.996):
    with torch.no_grad():
        for name, o in online.named_parameters():
            *path, last = name.split(".")
            owner = target.get_submodule(".".join(path))
            setattr(owner, last, nn.Parameter(m * getattr(owner, last) + (1 - m) * o))
        for o, t in zip(online.buffers(), target.buffers()):
            t.copy_(o)
