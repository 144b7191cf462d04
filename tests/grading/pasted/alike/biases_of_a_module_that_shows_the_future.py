# problem: alibi-bias
# expect: fail
class Alibi(nn.Module):
    def __init__(self, n_heads, length):
        super().__init__()
        m = 2.0 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)
        i = torch.arange(length)
        bias = -m[:, None, None] * (i[:, None] - i)
        self.register_buffer("bias", bias.masked_fill(i > i[:, None], -torch.inf))

    def forward(self):
        return self.bias.masked_fill(self.bias == -torch.inf, 0.0)
