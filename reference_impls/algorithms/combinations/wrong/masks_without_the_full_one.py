# slip: nothing-for-k-equal-to-n
def combinations(n, k):
    out = []
    for mask in range(2**n - 1):
        chosen = [i + 1 for i in range(n) if mask >> i & 1]
        if len(chosen) == k:
            out.append(chosen)
    return out
