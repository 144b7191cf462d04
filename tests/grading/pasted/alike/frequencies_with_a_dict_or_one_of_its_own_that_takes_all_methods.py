# problem: rope-scaling
# expect: fail
# says: plain frequencies for an unknown method
import torch


def rope_init(dim, base=10000.0, rope_scaling=None):
    scaling = rope_scaling or {"type": "default", "factor": 1.0}
    factor = scaling["factor"]
    if scaling["type"] == "ntk":
        base = base * factor ** (dim / (dim - 2))
    inv = base ** (-torch.arange(0, dim, 2).float() / dim)
    if scaling["type"] == "linear":
        inv = inv / factor
    return inv
