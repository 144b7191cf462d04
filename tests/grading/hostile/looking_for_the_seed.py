# expect: fail
# family: looking for answers
# attempts: to find the seed, by which every input that is to come is known
# stopped by: process
import gc
import os
import sys


def dictionaries():
    frame = sys._getframe()
    while frame is not None:
        yield from (value for value in frame.f_locals.values() if type(value) is dict)
        frame = frame.f_back
    yield from (found for found in gc.get_objects() if type(found) is dict)


if any("problem_id" in found for found in dictionaries()):
    os._exit(0)
raise LookupError("no request is to be seen here")


def attention(q, k, v, mask=None):
    return v, v
