# expect: crashed, error, fail
# family: tampering
# attempts: to stay in modes of its own, that answer for every function whatever is asked
# stopped by: process
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode


class M(TorchFunctionMode):
    def __torch_function__(self, f, t, a=(), k=None):
        return True


class D(TorchDispatchMode):
    def __torch_dispatch__(self, f, t, a=(), k=None):
        return f(*a, **(k or {}))


M().__enter__()
D().__enter__()


def attention(q, k, v, mask=None):
    return v, v
