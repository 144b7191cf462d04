# expect: error, memory, timeout
def attention(q, k, v, mask=None):
    return [b"x" * (1 << 28) for _ in range(64)]
