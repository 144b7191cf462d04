# problem: quantize-symmetric
# expect: pass
from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Quantized:
    q: torch.Tensor
    scale: torch.Tensor

    def dequantize(self):
        return self.q.to(torch.float32) * self.scale


def quantize_int8_symmetric(x: torch.Tensor):
    scale = torch.clamp(x.abs().max() / 127, min=1e-8)
    return Quantized(torch.clamp(torch.round(x / scale), -127, 127).to(torch.int8), scale)
