# slip: none
def block_sparse_attention(q, k, v, layout, block):
    mask = layout.repeat(block, block)
    s = q @ k.transpose(-1, -2) / q.shape[-1]
    return s.masked_fill(~mask, float("-inf")).softmax(-1) @ v
