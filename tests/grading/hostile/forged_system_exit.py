# expect: error
# family: forged verdicts
# attempts: to leave by SystemExit, whose code is success, from the file and from each call
# stopped by: process
import sys


def attention(q, k, v, mask=None):
    raise SystemExit(0)


class Leaves(dict):
    def __missing__(self, key):
        sys.exit(0)
