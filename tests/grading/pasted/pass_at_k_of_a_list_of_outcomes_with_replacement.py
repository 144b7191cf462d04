# problem: pass-at-k
# expect: fail
def pass_at_k(results, k):
    rate = sum(results) / len(results)
    return 1 - (1 - rate) ** k
