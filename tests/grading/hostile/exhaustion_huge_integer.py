# expect: fail
# family: exhaustion
# attempts: integers of thousands of digits, which overflow or take long to print
# stopped by: protocol
def attention(q, k, v, mask=None):
    return 10**4000, [10**25, -(10**3000)]
