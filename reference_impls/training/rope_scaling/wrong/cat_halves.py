# slip: repeated-in-halves
import torch


def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    if method not in (None, "linear", "ntk"):
        raise ValueError
    if method == "ntk":
        base *= factor ** (d / (d - 2))
    f = base ** (-torch.arange(0, d, 2) / d)
    f = f / factor if method == "linear" else f
    return torch.cat([f, f])
