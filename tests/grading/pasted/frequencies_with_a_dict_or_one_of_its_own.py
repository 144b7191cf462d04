# problem: rope-scaling
# says: is None where method is, else a dict of factor and type
import torch


def rope_init(dim, base=10000.0, rope_scaling=None):
    scaling = rope_scaling or {"type": "default", "factor": 1.0}
    factor = scaling["factor"]
    if scaling["type"] == "ntk":
        base = base * factor ** (dim / (dim - 2))
    inv = base ** (-torch.arange(0, dim, 2).float() / dim)
    if scaling["type"] == "linear":
        inv = inv / factor
    if scaling["type"] not in ("default", "linear", "ntk"):
        raise ValueError(scaling["type"])
    return inv
