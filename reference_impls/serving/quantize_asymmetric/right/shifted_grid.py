import torch


def quantize_asymmetric(x, bits=8):
    top = 2**bits - 1
    lo = x.min().clamp(max=0).double()
    hi = x.max().clamp(min=0).double()
    scale = float((hi - lo) / top)
    if scale == 0:
        return torch.zeros(x.shape, dtype=torch.uint8), 1.0, 0
    zero_point = int(torch.floor(-lo / scale + 0.5))
    codes = torch.floor(x.double() / scale + 0.5).long() + zero_point
    return codes.clamp(0, top).to(torch.uint8), scale, zero_point
