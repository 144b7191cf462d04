# slip: base-without-its-fraction
import torch


def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    if method is not None and method not in ("linear", "ntk"):
        raise ValueError(f"no scaling is called {method}")
    base = int(base)
    exponents = torch.arange(d // 2, dtype=torch.float64) * 2 / d
    if method == "ntk":
        return torch.pow(base * factor ** (d / (d - 2)), -exponents)
    inv_freq = torch.pow(torch.tensor(base, dtype=torch.float64), -exponents)
    return inv_freq / factor if method == "linear" else inv_freq
