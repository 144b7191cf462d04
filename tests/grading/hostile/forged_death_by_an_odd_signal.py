# expect: crashed
import os


def attention(q, k, v, mask=None):
    os.kill(os.getpid(), 40)
