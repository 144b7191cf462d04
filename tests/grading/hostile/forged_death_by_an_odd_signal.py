# expect: crashed
# family: forged verdicts
# attempts: to die of a signal that has no name
# stopped by: process
import os


def attention(q, k, v, mask=None):
    os.kill(os.getpid(), 40)
