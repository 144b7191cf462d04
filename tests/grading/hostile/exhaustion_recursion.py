# expect: error, crashed
# family: exhaustion
# attempts: a function that calls itself, and objects whose text is made of their text
# stopped by: process
class Mirror(Exception):
    def __repr__(self):
        return repr(self) + str(self)

    __str__ = __repr__


def attention(q, k, v, mask=None):
    try:
        return attention(q, k, v, mask)
    except RecursionError:
        raise Mirror from None
