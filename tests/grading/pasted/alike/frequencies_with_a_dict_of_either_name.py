# problem: rope-scaling
import torch


def get_inv_freq(dim, base=10000.0, rope_scaling=None):
    factor = 1.0
    if rope_scaling is not None:
        rope_type = rope_scaling.get("rope_type", rope_scaling.get("type"))
        factor = rope_scaling["factor"]
        if rope_type == "ntk":
            base, factor = base * factor ** (dim / (dim - 2)), 1.0
        elif rope_type != "linear":
            raise ValueError(rope_type)
    return base ** (-torch.arange(0, dim, 2).double() / dim) / factor
