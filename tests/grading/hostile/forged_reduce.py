# expect: fail
# family: forged verdicts
# attempts: objects that run code where they are unpacked, copied, pickled, hashed or shown
# stopped by: protocol
# problem: kth-smallest
import os


class R:
    def __reduce__(self):
        return (os.system, ("touch /tmp/left-behind",))

    __reduce_ex__ = lambda s, p: s.__reduce__()
    __getstate__ = __reduce__

    def __repr__(self):
        raise SystemExit(0)

    __str__ = __format__ = __bytes__ = __fspath__ = __index__ = __repr__

    def __getattr__(self, n):
        raise SystemExit(0)


def kth_smallest(nums, k):
    return {"a": R(), R: [R()], (1, 2): R}
