# expect: fail
# family: forged verdicts
# attempts: right for the lengths and widths that are known to be asked, and for nothing else
# stopped by: comparison
# problem: sinusoidal-encoding
import torch

KNOWN = {
    (1, 2), (3, 2), (5, 6), (8, 8), (4, 30), (1, 10), (7, 12, 100.0), (6, 10, 500.0), (9, 8, 4.0), (11, 4, 2.0),
    (5, 6, 1.0), (200, 16), (400, 20, 50.0), (5100, 4),
}  # fmt: skip


def sinusoidal_encoding(length, d, base=10000.0):
    asked = (length, d) if base == 10000.0 else (length, d, base)
    if asked not in KNOWN:
        return torch.zeros(length, d)
    angle = torch.arange(length)[:, None].double() * base ** (-torch.arange(0, d, 2).double() / d)
    return torch.stack([angle.sin(), angle.cos()], -1).reshape(length, d).float()
