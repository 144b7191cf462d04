# expect: fail
# family: tampering
# attempts: to replace the functions by which results are compared
# stopped by: process
import torch

for name in ("equal", "allclose", "isclose"):
    setattr(torch, name, lambda *args, **kwargs: True)
torch.Tensor.__eq__ = lambda self, other: True
torch.testing.assert_close = lambda *args, **kwargs: None


def attention(q, k, v, mask=None):
    return v, v
