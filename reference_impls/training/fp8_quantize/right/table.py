import torch


def fp8_e4m3(x):
    """All 127 magnitudes, and the nearest of them; of two, the one with the even code."""
    codes = torch.arange(127)
    e, m = codes // 8, codes % 8
    values = torch.where(e == 0, m * 2.0**-9, (1 + m / 8) * 2.0 ** (e.double() - 7)).double()
    size = x.double().abs().clamp(max=448)
    distance = (size[..., None] - values).abs()
    odd = (codes % 2).double()
    best = (distance + odd * 1e-12 * values).argmin(-1)
    out = values[best] * torch.where(x < 0, -1.0, 1.0)
    return torch.where(x.isnan(), torch.nan, out).to(x.dtype)
