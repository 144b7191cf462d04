# expect: crashed, timeout
# family: exhaustion
# attempts: to print without end
# stopped by: watch
# timeout: 0.3
import os


def attention(q, k, v, mask=None):
    while True:
        os.write(1, b"\x1b[2J" * 16384)
