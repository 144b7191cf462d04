# slip: empty-one-counted
def subarray_sum(nums, k):
    n = len(nums); c = 0
    P = [0]
    for x in nums: P.append(P[-1] + x)
    from collections import Counter
    d = Counter()
    for p in P:
        d[p] += 1
        c += d[p - k]
    return c
