# expect: crashed, timeout
import os


def attention(q, k, v, mask=None):
    while True:
        os.write(1, b"\x1b[2J" * 16384)
