# slip: none
import torch


def fp8_e4m3(x):
    a = torch.nan_to_num(x).abs().clamp(max=448)
    e = torch.floor(torch.log2(a)).clamp(min=-7)
    ulp = 2.0 ** (e - 3)
    return torch.sign(x) * torch.round(a / ulp) * ulp
