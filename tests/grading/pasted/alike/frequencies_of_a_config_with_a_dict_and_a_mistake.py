# problem: rope-scaling
# expect: fail
# says: multiplies the base by the factor itself
def compute_inv_freq(config, device=None):
    base = config.rope_theta
    dim = config.head_dim
    scaling = config.rope_scaling
    if scaling is not None:
        kind, factor = scaling["rope_type"], scaling["factor"]
        if kind == "ntk":
            base = base * factor ** (dim / dim)
        elif kind not in ("linear",):
            raise ValueError(f"unknown rope type {kind}")
    inv_freq = 1.0 / (base ** (torch.arange(0, dim, 2, dtype=torch.float32) / dim))
    if scaling is not None and kind == "linear":
        inv_freq = inv_freq / factor
    return inv_freq
