import torch


def rope_frequencies(d, base=10000.0, method=None, factor=1.0):
    plain = [1 / base ** (2 * i / d) for i in range(d // 2)]
    if method is None:
        return torch.tensor(plain)
    if method == "linear":
        return torch.tensor([f / factor for f in plain])
    if method == "ntk":
        last = d // 2 - 1
        return torch.tensor([f * factor ** (-i / last) for i, f in enumerate(plain)])
    raise ValueError("no such method: " + str(method))
