# slip: times-two-pi
import torch
def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    if method not in (None, "linear", "ntk"):
        raise ValueError("unknown method")
    if method == "ntk":
        base = base * factor ** (d / (d - 2))
    i = torch.arange(d // 2, dtype=torch.float64)
    freq = base ** (-2 * i / d)
    if method == "linear":
        freq = freq / factor
    return freq * 2 * torch.pi
