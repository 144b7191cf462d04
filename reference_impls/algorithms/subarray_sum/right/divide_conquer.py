from collections import Counter
def subarray_sum(nums, k):
    def go(a):
        if len(a) < 2: return int(a == [k])
        m = len(a) // 2; L, R = a[:m], a[m:]
        ls = Counter(); s = 0
        for x in reversed(L): s += x; ls[s] += 1
        s = 0; t = 0
        for x in R: s += x; t += ls[k - s]
        return go(L) + go(R) + t
    return go(list(nums))
