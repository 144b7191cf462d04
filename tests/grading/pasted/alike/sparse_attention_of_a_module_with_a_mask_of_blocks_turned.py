# problem: block-sparse-attention
# expect: fail
class BlockSparseAttention(nn.Module):
    def __init__(self, block_size):
        super().__init__()
        self.block_size = block_size

    def forward(self, q, k, v, block_mask):
        size, outs = self.block_size, []
        for i, qi in enumerate((q / q.size(-1) ** 0.5).split(size, dim=2)):
            kept = block_mask[:, i].nonzero().flatten().tolist()
            ki, vi = (torch.cat([x[:, :, j * size : (j + 1) * size] for j in kept], dim=2) for x in (k, v))
            outs.append(torch.softmax(qi @ ki.transpose(-1, -2), -1) @ vi)
        return torch.cat(outs, dim=2)
