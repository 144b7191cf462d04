# slip: cut-before-the-mean-is-passed
def split_array(nums, k):
    target = sum(nums) / k
    best, s, parts = 0, 0, 1
    for v in nums:
        if s and s + v > target and parts < k:
            best = max(best, s)
            s, parts = 0, parts + 1
        s += v
    return max(best, s)
