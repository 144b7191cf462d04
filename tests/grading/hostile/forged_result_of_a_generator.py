# expect: fail
# family: forged verdicts
# attempts: an answer that is made while it is encoded, from what the encoder has already written
# stopped by: comparison
# problem: kth-smallest
import sys


class Lazy(list):
    pass


def gen():
    f = sys._getframe()
    while f and type(f.f_locals.get("self")).__name__ != "Encoder":
        f = f.f_back
    yield from (f.f_locals["self"].nodes if f else 0 for _ in range(3))


def kth_smallest(nums, k):
    return gen()
