# expect: timeout
# family: tampering
# attempts: to compute without end in a process where no time passes
# stopped by: watch
# timeout: 0.3
import ctypes
import time

for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    setattr(time, name, lambda: 0.0)
libc = ctypes.CDLL(None)
if libc.clock_settime(0, ctypes.create_string_buffer(16)) == 0 or libc.settimeofday(ctypes.create_string_buffer(16), None) == 0:
    raise AssertionError("BREACH: the clock was set")


def attention(q, k, v, mask=None):
    while True:
        time.monotonic()
