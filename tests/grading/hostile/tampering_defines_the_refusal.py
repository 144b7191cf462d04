# expect: fail, error, forbidden
# family: tampering
# attempts: a refusal that computes: other code in the functions that refuse, found among all objects
# stopped by: withholding, comparison
import gc
import types

import torch

name = "_".join(("scaled", "dot", "product", "attention"))


def other(*a, **k):
    return a[2]


for o in gc.get_objects():
    if isinstance(o, types.FunctionType) and o.__name__ == "refuse":
        o.__code__ = (lambda name: lambda *a, **k: (name, a[0])[1])(1).__code__


def attention(q, k, v, mask=None):
    return getattr(torch.nn.functional, name)(q, k, v), v
