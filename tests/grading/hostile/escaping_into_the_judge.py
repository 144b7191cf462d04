# expect: error
import os

memory = os.open(f"/proc/{os.getppid()}/mem", os.O_RDWR)


def attention(q, k, v, mask=None):
    return v, v
