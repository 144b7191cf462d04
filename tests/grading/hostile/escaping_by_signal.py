# expect: fail
# family: escaping
# attempts: to kill the judge
# stopped by: seccomp
import os
import signal

os.kill(os.getppid(), signal.SIGKILL)


def attention(q, k, v, mask=None):
    return v, v
