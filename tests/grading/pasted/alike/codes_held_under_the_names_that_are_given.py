# problem: quantize-symmetric
# says: given in your codes: scale and q
import dataclasses


@dataclasses.dataclass
class Codes:
    q: torch.Tensor
    scale: torch.Tensor


def quantize_int8_symmetric(x):
    scale = x.abs().max().clamp_min(1e-30) / 127
    return Codes(torch.clamp(torch.round(x / scale), -127, 127).to(torch.int8), scale)


def dequantize(codes):
    return codes.q.to(codes.scale.dtype) * codes.scale
