# problem: grouped-query-attention
def scaled_dot_product_gqa(query, key, value, scale=None, is_causal=False):
    """query (b, n, h, d), key and value (b, s, h, d)"""
    query, key, value = (x.transpose(1, 2) for x in (query, key, value))
    groups = query.shape[1] // key.shape[1]
    query = query.unflatten(1, (key.shape[1], groups)) / (scale or query.shape[-1] ** 0.5)
    scores = torch.einsum("bhgnd,bhsd->bhgns", query, key)
    if is_causal:
        n, s = scores.shape[-2:]
        scores = scores.masked_fill(~torch.ones(n, s, dtype=torch.bool).tril(s - n), float("-inf"))
    out = torch.einsum("bhgns,bhsd->bhgnd", scores.softmax(-1), value)
    return out.flatten(1, 2).transpose(1, 2), None
