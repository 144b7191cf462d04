# expect: timeout, error, memory
# family: exhaustion
# attempts: an integer that takes longer to compute than the universe is old, in one instruction
# stopped by: watch
# timeout: 0.3
def attention(q, k, v, mask=None):
    return 7**7**12, v
