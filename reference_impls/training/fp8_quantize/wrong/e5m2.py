# slip: none
import torch


def fp8_e4m3(x):
    a = x.abs().clamp(max=57344)
    e = torch.floor(torch.log2(a)).clamp(min=-14)
    ulp = 2.0 ** (e - 2)
    return torch.sign(x) * torch.round(a / ulp) * ulp
