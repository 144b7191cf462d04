from itertools import accumulate
def subarray_sum(nums, k):
    seen, hits = {}, 0
    for p in accumulate(nums, initial=0):
        hits += seen.get(p - k, 0)
        seen[p] = seen.get(p, 0) + 1
    return hits
