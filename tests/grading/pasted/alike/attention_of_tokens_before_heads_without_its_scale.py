# problem: attention
# expect: fail
# not: another order
def dot_product_attention(query, key, value, mask=None):
    """query: [batch, q_length, num_heads, depth]; key and value: [batch, kv_length, num_heads, depth]"""
    weights = torch.einsum("bqhd,bkhd->bhqk", query, key)
    if mask is not None:
        weights = weights.masked_fill(mask == 0, torch.finfo(weights.dtype).min)
    weights = weights.softmax(-1)
    return torch.einsum("bhqk,bkhd->bqhd", weights, value), weights
