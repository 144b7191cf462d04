# expect: error, memory, timeout
# family: exhaustion
# attempts: sixteen gigabytes of memory
# stopped by: limits
# timeout: 0.5
def attention(q, k, v, mask=None):
    return [b"x" * (1 << 28) for _ in range(64)]
