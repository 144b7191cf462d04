# problem: rope-1d
# expect: fail
# not: doesn't give
# not: also asks
class Rope(nn.Module):
    def __init__(self, theta, d_k, max_seq_len):
        super().__init__()
        rates = theta ** (-torch.arange(0, d_k, 2) / d_k)
        self.register_buffer("angles", torch.outer(torch.arange(max_seq_len), rates))

    def forward(self, x, token_positions):
        angles = self.angles[token_positions]
        even, odd = x[..., 0::2], x[..., 1::2]
        turned = (even * angles.cos() - odd * angles.sin(), even * angles.sin() + odd * angles.cos())
        return torch.stack(turned, dim=-1).flatten(-2)
