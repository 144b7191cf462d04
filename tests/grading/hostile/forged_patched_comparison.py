# expect: fail
# family: forged verdicts
# attempts: to make every tensor close and equal to every other one, wherever it is asked
# stopped by: comparison
import torch

yes = lambda *a, **k: True
for o in (torch, torch.Tensor, torch._C._VariableFunctions):
    for n in ("equal", "allclose", "isclose", "eq", "__eq__", "is_same_size"):
        try:
            setattr(o, n, yes)
        except (AttributeError, TypeError):
            pass


def attention(q, k, v, mask=None):
    return v, v
