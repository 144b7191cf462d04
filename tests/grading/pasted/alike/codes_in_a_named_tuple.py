# problem: quantize-symmetric
# expect: pass
from typing import NamedTuple

import torch


class Int8(NamedTuple):
    codes: torch.Tensor
    scale: torch.Tensor

    def dequantize(self):
        return self.codes.to(self.scale.dtype) * self.scale


def quantize_int8(x: torch.Tensor) -> Int8:
    scale = x.abs().amax().clamp(min=1e-8) / 127.0
    return Int8(torch.round(x / scale).clamp(-127, 127).to(torch.int8), scale)
