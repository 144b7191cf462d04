from collections import Counter
def subarray_sum(nums, k):
    ends = Counter()
    n = 0
    for x in nums:
        new = Counter({x: 1})
        for s, c in ends.items():
            new[s + x] += c
        ends = new
        n += ends[k]
    return n
