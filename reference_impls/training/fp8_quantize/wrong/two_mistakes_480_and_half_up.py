# slip: none
import torch


def fp8_e4m3(x):
    a = x.abs().clamp(max=480)
    e = torch.floor(torch.log2(a)).clamp(min=-6)
    ulp = 2.0 ** (e - 3)
    return torch.sign(x) * torch.floor(a / ulp + 0.5) * ulp
