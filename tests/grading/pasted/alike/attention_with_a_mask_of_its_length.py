# problem: sliding-window-attention
class WindowAttention(nn.Module):
    def __init__(self, seq_len, window):
        super().__init__()
        near = torch.ones(seq_len, seq_len).tril() - torch.ones(seq_len, seq_len).tril(-window)
        self.register_buffer("near", near.bool())

    def forward(self, q, k, v):
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        return scores.masked_fill(~self.near, float("-inf")).softmax(-1) @ v
