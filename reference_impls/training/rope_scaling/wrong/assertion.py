# slip: assertion-error
import torch


def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    assert method in (None, "linear", "ntk")
    if method == "ntk":
        base *= factor ** (d / (d - 2))
    f = base ** (-torch.arange(0, d, 2) / d)
    return f / factor if method == "linear" else f
