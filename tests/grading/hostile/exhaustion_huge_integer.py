# expect: fail
def attention(q, k, v, mask=None):
    return 10**4000, [10**25, -(10**3000)]
