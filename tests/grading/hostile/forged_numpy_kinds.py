# expect: fail, error
# family: forged verdicts
# attempts: arrays of objects, of records, of text, of dates, masked ones, and scalars of each
# stopped by: comparison
import numpy as np

n = 0


class Yes:
    def __eq__(self, o):
        return True

    def __hash__(self):
        return 0

    def __float__(self):
        return 0.0


def attention(q, k, v, mask=None):
    global n
    n += 1
    s = (*q.shape[:-1], v.shape[-1])
    a = [
        np.full(s, Yes(), dtype=object),
        np.zeros(s, dtype=[("\x1b[2J", "f4")]),
        np.full(s, "nan"),
        np.ma.masked_all(s),
        np.zeros(s, "M8[s]"),
        np.matrix([[0.0]]),
        np.zeros(s, ">f4"),
        np.zeros(s, np.longdouble),
        np.broadcast_to(0.0, s),
        np.zeros(s)[::-1],
    ][n % 10]
    return a, a
