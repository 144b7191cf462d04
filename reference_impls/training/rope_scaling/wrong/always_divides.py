# slip: factor-without-method
import torch


def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    if method == "ntk":
        return (base * factor ** (d / (d - 2))) ** (-torch.arange(0, d, 2) / d)
    if method not in (None, "linear"):
        raise ValueError
    return base ** (-torch.arange(0, d, 2) / d) / factor
