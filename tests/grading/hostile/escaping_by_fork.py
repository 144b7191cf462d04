# expect: error
import os

if os.fork() == 0:
    while True:
        pass


def attention(q, k, v, mask=None):
    return v, v
