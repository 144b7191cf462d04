# expect: timeout
import os
import signal


def attention(q, k, v, mask=None):
    os.kill(os.getpid(), signal.SIGSTOP)
    return v, v
