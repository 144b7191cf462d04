# slip: none
def block_sparse_attention(q, k, v, layout, block):
    mask = layout.repeat_interleave(block, 0).repeat_interleave(block, 1)
    return ((q @ k.transpose(-1, -2)).softmax(-1) * mask) @ v
