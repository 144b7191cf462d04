# slip: carry-lost
import torch


def fp8_e4m3(x):
    ax = x.abs().clamp(max=448)
    exp = torch.floor(torch.log2(ax.clamp(min=2.0**-6))).clamp(-6, 8)
    base = torch.exp2(exp)
    mantissa = (((ax / base - 1) * 8).round() / 8).clamp(0, 7 / 8)
    tiny = (ax * 512).round() / 512
    return torch.copysign(torch.where(ax >= 2.0**-6, base * (1 + mantissa), tiny), x)
