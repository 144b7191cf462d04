# problem: rope-1d
# expect: fail
class RoPE:
    def __init__(self, dim, base=10000.0):
        self.inv_freq = base ** (-torch.arange(0, dim, 2, dtype=torch.float64) / (dim // 2))

    def rotate(self, x, offset=0):
        positions = torch.arange(offset, offset + x.shape[-2], dtype=torch.float64)
        angles = positions[:, None] * self.inv_freq
        one, two = x[..., ::2].double(), x[..., 1::2].double()
        turned = one * angles.cos() - two * angles.sin(), one * angles.sin() + two * angles.cos()
        return torch.stack(turned, dim=-1).flatten(-2).to(x.dtype)
