# expect: fail, error, crashed
# family: forged verdicts
# attempts: a tensor subclass that answers every question about itself with what one hopes to hear
# stopped by: comparison
import torch


class Liar(torch.Tensor):
    shape = property(lambda self: Liar.wanted)
    dtype = torch.float64

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        name = getattr(function, "__name__", "")
        if name in ("eq", "__eq__", "isclose", "equal", "allclose", "isfinite", "all", "any"):
            return torch.tensor(True)
        if name in ("isnan", "sub", "__sub__", "abs", "ne"):
            return torch.tensor(0.0)
        return super().__torch_function__(function, types, args, kwargs or {})

    def numel(self):
        return 1

    def __eq__(self, other):
        return True

    __hash__ = None


def attention(q, k, v, mask=None):
    Liar.wanted = (*q.shape[:-1], v.shape[-1])
    return v.as_subclass(Liar), (q @ k.mT).as_subclass(Liar)
