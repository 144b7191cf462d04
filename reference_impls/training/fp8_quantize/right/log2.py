import torch


def fp8_e4m3(x):
    ax = torch.clamp(x.double().abs(), max=448.0)
    e = torch.floor(torch.log2(ax)).clamp(min=-6)
    ulp = torch.pow(2.0, e - 3)
    return (torch.sign(x.double()) * torch.round(ax / ulp) * ulp).to(x.dtype)
