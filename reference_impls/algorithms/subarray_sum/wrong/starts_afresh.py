# slip: without-overlap
def subarray_sum(nums, k):
    seen = {0}
    s = n = 0
    for x in nums:
        s += x
        if s - k in seen:
            n += 1
            seen = {0}
            s = 0
        else:
            seen.add(s)
    return n
