# problem: rope-1d
# not: has no such parameter
class Rotary(nn.Module):
    def __init__(self, dim: int, max_seq_len: int, base: float = 10_000.0):
        super().__init__()
        rates = base ** (-torch.arange(0, dim, 2) / dim)
        angles = torch.outer(torch.arange(max_seq_len), rates)
        self.register_buffer("turns", torch.stack([angles.cos(), angles.sin()], -1))

    def forward(self, x, input_pos=None):
        turns = self.turns[: x.shape[-2]] if input_pos is None else self.turns[input_pos]
        one, other = x[..., 0::2], x[..., 1::2]
        cos, sin = turns[..., 0], turns[..., 1]
        return torch.stack([one * cos - other * sin, one * sin + other * cos], -1).flatten(-2).type_as(x)
