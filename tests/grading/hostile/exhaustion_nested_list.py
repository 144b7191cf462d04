# expect: error
# family: exhaustion
# attempts: to overflow the stack of whoever walks the result, a list a hundred thousand deep
# stopped by: protocol
# timeout: 1
def attention(q, k, v, mask=None):
    deep = [v]
    for _ in range(100_000):
        deep = [deep]
    return deep, v
