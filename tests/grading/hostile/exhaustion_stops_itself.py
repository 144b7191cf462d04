# expect: timeout
# family: exhaustion
# attempts: to stop, so that no time of its own passes
# stopped by: watch
# timeout: 1
import os
import signal


def attention(q, k, v, mask=None):
    os.kill(os.getpid(), signal.SIGSTOP)
    return v, v
