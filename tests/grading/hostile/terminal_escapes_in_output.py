# expect: fail
# family: terminal escapes
# attempts: to speak to the terminal through what is printed
# stopped by: cleaning
import os

os.write(1, b"\x1b[2J\x1b]52;c;cGFzcw==\x07\xff\xfe\x9b1m\r")


def attention(q, k, v, mask=None):
    print("\x1b[1;32mPASS\x1b[0m \u202e\u2066")
    return v, v
