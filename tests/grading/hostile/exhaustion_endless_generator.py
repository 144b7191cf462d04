# expect: fail, error
# family: exhaustion
# attempts: a generator without end, which whoever takes it for a list never leaves
# stopped by: protocol
# timeout: 1
def attention(q, k, v, mask=None):
    while True:
        yield v
