import torch


class Solution:
    """Multiplies by the inverse and rounds halves away from zero; the scale is a Python float."""

    def quantize_int8_symmetric(self, x: torch.Tensor):
        low, high = torch.aminmax(x)
        a = max(-low.item(), high.item())
        if a == 0.0:
            a = 127.0
        y = x * (127.0 / a)
        q = torch.sign(y) * torch.floor(y.abs() + 0.5)
        return q.to(torch.int8), a / 127.0

    def dequantize(self, q, scale):
        return torch.mul(q.float(), scale)
