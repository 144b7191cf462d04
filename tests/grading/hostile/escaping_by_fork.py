# expect: fail
# family: escaping
# attempts: to go on in a child that computes for ever
# stopped by: seccomp
import os

if os.fork() == 0:
    while True:
        pass


def attention(q, k, v, mask=None):
    return v, v
