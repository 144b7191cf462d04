# expect: error, fail, crashed
# family: tampering
# attempts: a hook that nothing removes and that forbids the runner whatever it does next
# stopped by: process
import sys

armed = False


def forbid(event, arguments):
    if armed:
        raise RuntimeError("passed")


sys.addaudithook(forbid)


def attention(q, k, v, mask=None):
    global armed
    armed = True
    return v, v
