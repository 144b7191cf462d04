def gpt_parameters(layers, d, vocab, context, tied=True):
    """The names and sizes that a checkpoint of the most used library lists."""
    sizes = {"wte.weight": vocab * d, "wpe.weight": context * d}
    for i in range(layers):
        for name, inner, outer in (
            ("attn.c_attn", d, 3 * d),
            ("attn.c_proj", d, d),
            ("mlp.c_fc", d, 4 * d),
            ("mlp.c_proj", 4 * d, d),
        ):
            sizes[f"h.{i}.{name}.weight"] = inner * outer
            sizes[f"h.{i}.{name}.bias"] = outer
        for norm in ("ln_1", "ln_2"):
            sizes[f"h.{i}.{norm}.weight"] = sizes[f"h.{i}.{norm}.bias"] = d
    sizes["ln_f.weight"] = sizes["ln_f.bias"] = d
    if not tied:
        sizes["lm_head.weight"] = d * vocab
    return sum(sizes.values())
