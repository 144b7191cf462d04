# expect: fail
# family: exhaustion
# attempts: strings, names and keys of many megabytes in the result
# stopped by: protocol
def attention(q, k, v, mask=None):
    long = "a" * (1 << 24)
    Long = type("B" * (1 << 20), (), {})
    return [long, Long(), b"c" * (1 << 24), {long[: 1 << 15]: v}], v
