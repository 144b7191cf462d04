# expect: fail
# family: escaping
# attempts: to open the judge's memory for writing, and its verdict with it
# stopped by: landlock, capabilities
import os

memory = os.open(f"/proc/{os.getppid()}/mem", os.O_RDWR)


def attention(q, k, v, mask=None):
    return v, v
