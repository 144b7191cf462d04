# slip: subnormals-flushed
import torch


def fp8_e4m3(x):
    a = x.abs().clamp(max=448)
    e = torch.floor(torch.log2(a)).clamp(min=-6)
    ulp = 2.0 ** (e - 3)
    out = torch.sign(x) * torch.round(a / ulp) * ulp
    out[a < 2**-6] = 0
    return out
