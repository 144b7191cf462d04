# problem: quantize-symmetric
# expect: fail
# says: your quantized is a Quantized of q and scale
from dataclasses import dataclass


@dataclass(frozen=True)
class Quantized:
    codes: torch.Tensor
    step: torch.Tensor
    zero_point: int = 0


@dataclass
class Settings:
    bits: int = 8


def quantize(x):
    step = x.abs().max() / 127
    step = torch.where(step == 0, torch.ones_like(step), step)
    return Quantized(torch.clamp(torch.round(x / step), -127, 127).to(torch.int8), step)


def dequantize(quantized):
    if not isinstance(quantized, Quantized):
        raise TypeError("quantize first")
    return ((quantized.codes.float() + 1) - quantized.zero_point) * quantized.step
