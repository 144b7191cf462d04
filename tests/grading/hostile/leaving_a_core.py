# expect: crashed
# family: leaving things behind
# attempts: to die in a way that writes its memory to a file
# stopped by: limits
import ctypes
import os
import resource


def attention(q, k, v, mask=None):
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (1 << 30, 1 << 30))
    except (OSError, ValueError):
        pass
    os.chdir("/tmp")
    ctypes.string_at(0)
