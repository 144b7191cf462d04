# expect: timeout
# family: exhaustion
# attempts: an exception whose text is never finished, raised where the runner wants to describe it
# stopped by: watch
# timeout: 0.3
class Endless(Exception):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


def attention(q, k, v, mask=None):
    raise Endless
