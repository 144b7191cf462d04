# problem: rope-scaling
# says: rope_scaling['factor']
def compute_rope_parameters(config, device=None):
    base = config.rope_theta
    dim = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    rope_type = "default"
    factor = 1.0
    if config.rope_scaling is not None:
        rope_type = config.rope_scaling.get("rope_type", config.rope_scaling.get("type"))
        factor = config.rope_scaling["factor"]
        if rope_type not in ("linear", "ntk"):
            raise ValueError(rope_type)
    if rope_type == "ntk":
        base = base * factor ** (dim / (dim - 2))
    inv_freq = 1.0 / (base ** (torch.arange(0, dim, 2, dtype=torch.int64).float() / dim))
    if rope_type == "linear":
        inv_freq = inv_freq / factor
    attention_factor = 1.0
    return inv_freq, attention_factor
