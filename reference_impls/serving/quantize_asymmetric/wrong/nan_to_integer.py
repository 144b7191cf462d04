# slip: zeros-give-nan
import torch


def quantize_asymmetric(x, bits=8):
    zero = torch.zeros((), dtype=x.dtype)
    lo = torch.minimum(x.min(), zero).double()
    hi = torch.maximum(x.max(), zero).double()
    scale = (hi - lo) / (2 ** bits - 1)
    z = int(torch.round(-lo / scale))
    q = torch.round(x.double() / scale) + z
    return q.clamp(0, 2 ** bits - 1).to(torch.uint8), float(scale), z
