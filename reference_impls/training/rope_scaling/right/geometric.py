import torch


def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    if method != "linear" and method != "ntk" and method is not None:
        raise ValueError
    b = base * pow(factor, d / (d - 2)) if method == "ntk" else base
    ratio = b ** (-2 / d)
    f = torch.full((d // 2,), ratio, dtype=torch.float64)
    f[0] = 1.0 / factor if method == "linear" else 1.0
    return f.cumprod(0)
