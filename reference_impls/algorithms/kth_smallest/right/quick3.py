def kth_smallest(nums, k):
    if k < 1 or len(nums) < k: raise ValueError
    a = list(nums)
    while True:
        p = a[len(a) >> 1]
        L = [x for x in a if x < p]; E = [x for x in a if x == p]
        if k <= len(L): a = L
        elif k <= len(L) + len(E): return p
        else: k -= len(L) + len(E); a = [x for x in a if x > p]
