# slip: half-the-exponent
import torch


def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    steps = torch.arange(0, d, 2).double() / d
    if method is None:
        return 1.0 / base**steps
    if method == "linear":
        return 1.0 / base**steps / factor
    if method == "ntk":
        return 1.0 / (base * factor ** (d / 2 / (d - 2))) ** steps
    raise ValueError(method)
