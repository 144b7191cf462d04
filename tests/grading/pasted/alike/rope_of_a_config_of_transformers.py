# problem: rope-scaling
# says: given in your config: rope_theta, method and factor
def inverse_frequencies(d, config):
    if config.method not in (None, "linear", "ntk"):
        raise ValueError(config.method)
    base = config.rope_theta
    if config.method == "ntk":
        base = base * config.factor ** (d / (d - 2))
    f = base ** (-torch.arange(0, d, 2).float() / d)
    return f / config.factor if config.method == "linear" else f
