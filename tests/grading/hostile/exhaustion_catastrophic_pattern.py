# expect: timeout
# family: exhaustion
# attempts: one call into C that never comes back, which no exception and no signal handler can interrupt
# stopped by: watch
# timeout: 0.3
import re


def attention(q, k, v, mask=None):
    re.match(r"(x+x+)+y", "x" * 64)
    return v, v
