# expect: fail
# family: terminal escapes
# attempts: to speak to the terminal through the keys and values of the result
# stopped by: cleaning
def attention(q, k, v, mask=None):
    return {"\x1b[2J\udc80\u202e": 1, "a" * 50_000: "\x1b[31m"}
