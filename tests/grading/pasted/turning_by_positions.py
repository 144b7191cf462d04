# problem: rope-half
# not: doesn't give
def apply_rotary(x, positions, base=10000.0):
    half = x.shape[-1] // 2
    rates = base ** (-torch.arange(half, dtype=torch.float64) / half)
    angles = positions[:, None].double() * rates
    cos, sin = angles.cos(), angles.sin()
    one, other = x[..., :half].double(), x[..., half:].double()
    return torch.cat((one * cos - other * sin, other * cos + one * sin), dim=-1).to(x.dtype)
