# expect: crashed, fail
# family: exhaustion
# attempts: a hundred megabytes without an end of line, an escape begun and never ended
# stopped by: watch
# problem: kth-smallest
import os

for stream in (1, 2):
    os.write(stream, b"\x1b]52;c;")
    for _ in range(50):
        os.write(stream, b"A" * (1 << 20))


def kth_smallest(nums, k):
    return None
