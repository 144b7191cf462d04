# expect: error
# family: terminal escapes
# attempts: to speak to the terminal through the names of functions, classes and files in a traceback
# stopped by: cleaning
def attention(q, k, v, mask=None):
    raise KeyError("\x1b[2J\x1b]8;;file:///etc/passwd\x07here\x1b]8;;\x07")


attention.__name__ = attention.__qualname__ = "\x1b[31m"
attention.__code__ = attention.__code__.replace(co_name="\x1b]0;owned\x07\u202e", co_qualname="\x9b2J")
