# expect: error
# family: terminal escapes
# attempts: to speak to the terminal through an exception and its class
# stopped by: cleaning
Odd = type("\x1b]0;owned\x07\udc80", (Exception,), {})


def attention(q, k, v, mask=None):
    raise Odd("\x1b[2J\x9b31m\u202e\udcff passed")
