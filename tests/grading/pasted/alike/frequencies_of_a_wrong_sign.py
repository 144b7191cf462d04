# problem: rope-scaling
# expect: fail
# says: Your code gives the same results as the reference with one change, `factor ** (d / (d + 2))`. It should have `factor ** (d / (d - 2))` there.
# not: `d - -2`
def rope_frequencies(dim, base=10000.0, scaling_type=None, scaling_factor=1.0):
    if scaling_type not in (None, "linear", "ntk"):
        raise ValueError(scaling_type)
    if scaling_type == "ntk":
        base = base * scaling_factor ** (dim / (dim + 2))
    found = base ** (-torch.arange(0, dim, 2, dtype=torch.float64) / dim)
    return found / scaling_factor if scaling_type == "linear" else found
