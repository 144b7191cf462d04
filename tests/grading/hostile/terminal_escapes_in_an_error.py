# expect: error
Odd = type("\x1b]0;owned\x07\udc80", (Exception,), {})


def attention(q, k, v, mask=None):
    raise Odd("\x1b[2J\x9b31m\u202e\udcff passed")
