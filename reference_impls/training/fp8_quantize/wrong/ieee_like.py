# slip: largest-240
import torch


def fp8_e4m3(x):
    a = x.abs().clamp(max=240)
    e = torch.floor(torch.log2(a)).clamp(min=-6)
    ulp = 2.0 ** (e - 3)
    return torch.sign(x) * torch.round(a / ulp) * ulp
