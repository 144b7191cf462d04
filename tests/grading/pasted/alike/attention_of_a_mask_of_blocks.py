# problem: block-sparse-attention
# says: your block_mask is made by BlockMask of layout and block
class BlockMask:
    def __init__(self, layout, block_size):
        self.layout, self.block_size = layout, block_size
    def to_dense(self):
        return self.layout.repeat_interleave(self.block_size, 0).repeat_interleave(self.block_size, 1)
def flex_attention(q, k, v, block_mask):
    s = (q @ k.transpose(-1, -2)) / q.shape[-1] ** 0.5
    return s.masked_fill(~block_mask.to_dense(), -torch.inf).softmax(-1) @ v
