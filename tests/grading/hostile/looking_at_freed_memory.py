# expect: fail
# family: looking for answers
# attempts: what malloc hands out again: the bytes of questions, seeds and sources that were freed
# stopped by: process
# problem: kth-smallest
import ctypes

import torch

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
found = []
# in pieces, since a copy of this file that was freed is no find
SEED, REFERENCE = b'"se' b'ed": 3', b"sorted(nu" b"ms)[k"
for size in [2**n for n in range(6, 25)] * 3:
    p = libc.malloc(ctypes.c_size_t(size))
    if p:
        b = ctypes.string_at(p, size)
        if REFERENCE in b and b"reference" in b or SEED in b:
            found.append(size)
if any(b"reference_impls/" in bytes(torch.empty(1 << n, dtype=torch.uint8).tolist()) for n in range(6, 16)):
    found.append("torch")
if found:
    raise AssertionError("BREACH: {!r}".format(found))


def kth_smallest(nums, k):
    return None
