# problem: combinations
# expect: invalid
# says: syntax error in line 4
Given n and k, return every way to choose k of the numbers 1 to n.

dfe helper(n, k):
    return [[]] if k == 0 else []

def combine(n, k):
    return [s + [i] for i in range(k, n + 1) for s in combine(i - 1, k - 1)] if k else helper(n, k)
