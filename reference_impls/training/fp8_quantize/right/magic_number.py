import torch


def fp8_e4m3(x):
    """Adding and subtracting a power of two rounds at its last bit, ties to even."""
    wide = x.to(torch.float64).clamp(-448, 448)
    _, exponent = torch.frexp(wide)
    magic = torch.ldexp(torch.ones_like(wide), exponent.clamp(min=-5) - 4 + 52)
    rounded = torch.where(wide < 0, wide - magic + magic, wide + magic - magic)
    return rounded.type_as(x)
