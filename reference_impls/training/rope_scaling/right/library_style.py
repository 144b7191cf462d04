import torch


def _default(base, dim):
    return 1.0 / (base ** (torch.arange(0, dim, 2, dtype=torch.int64).to(dtype=torch.float) / dim))


def _linear(base, dim, factor):
    inv_freq = _default(base, dim)
    inv_freq /= factor
    return inv_freq


def _ntk(base, dim, factor):
    return _default(base * factor ** (dim / (dim - 2)), dim)


def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    if method is None:
        return _default(base, d)
    table = {"linear": _linear, "ntk": _ntk}
    if method not in table:
        raise ValueError(method)
    return table[method](base, d, factor)
