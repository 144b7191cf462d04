# slip: factor-without-method
import torch
def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    if method not in (None, "linear", "ntk"):
        raise ValueError
    if method == "ntk":
        base = base * factor ** (d / (d - 2))
    f = base ** (-torch.arange(0, d, 2).double() / d)
    return f if method == "ntk" else f / factor
