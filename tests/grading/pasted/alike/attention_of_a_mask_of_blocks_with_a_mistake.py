# problem: block-sparse-attention
# expect: fail
class BlockMask:
    def __init__(self, layout, block_size):
        self.layout, self.block_size = layout, block_size
    def to_dense(self):
        return self.layout.repeat(self.block_size, self.block_size)
def flex_attention(q, k, v, block_mask):
    s = (q @ k.transpose(-1, -2)) / q.shape[-1] ** 0.5
    return s.masked_fill(~block_mask.to_dense(), -torch.inf).softmax(-1) @ v
