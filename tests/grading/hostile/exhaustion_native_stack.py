# expect: crashed, error
# family: exhaustion
# attempts: to overflow the stack below Python, with the limit on recursion lifted
# stopped by: process
import functools
import sys

sys.setrecursionlimit(1 << 30)


def attention(q, k, v, mask=None):
    nested = functools.partial(len, [])
    for _ in range(200_000):
        nested = functools.partial(nested)
        nested.__setstate__((len, (nested.args,), {}, {"inner": nested}))
    deep = ()
    for _ in range(200_000):
        deep = (deep,)
    return hash(deep), v
