# problem: pass-at-k
# expect: invalid
def pass_at_k(results, k):
    return float(any(results[:k]))
