# expect: fail, error
# family: forged verdicts
# attempts: objects that pretend to be NumPy's, and make a new array each time they are looked at
# stopped by: comparison
import numpy


class Pretender:
    dtype = numpy.dtype("float32")
    ndim = 0
    __array_priority__ = 1e9

    def __init__(self, shape):
        self.shape = shape

    def __array__(self, *args, **kwargs):
        return numpy.random.rand(*self.shape).astype("float32")

    def __eq__(self, other):
        return True

    __hash__ = None


Pretender.__module__ = "numpy"


def attention(q, k, v, mask=None):
    return Pretender((*q.shape[:-1], v.shape[-1])), Pretender((*q.shape[:-1], k.shape[-2]))
