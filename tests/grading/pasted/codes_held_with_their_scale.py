# problem: quantize-symmetric
# says: your code returns a Quantized: its parts are graded in order
# says: your quantized is a Quantized of q and scale
# not: has no such parameter
from dataclasses import dataclass


@dataclass(frozen=True)
class Quantized:
    codes: torch.Tensor
    step: torch.Tensor
    zero_point: torch.Tensor


@dataclass
class Settings:
    bits: int = 8


def quantize(x):
    step = x.abs().max() / 127
    step = torch.where(step == 0, torch.ones_like(step), step)
    return Quantized(torch.clamp(torch.round(x / step), -127, 127).to(torch.int8), step, torch.zeros(()))


def dequantize(quantized):
    if not isinstance(quantized, Quantized):
        raise TypeError("quantize first")
    return (quantized.codes.float() - quantized.zero_point.float()) * quantized.step
