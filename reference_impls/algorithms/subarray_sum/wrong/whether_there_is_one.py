# slip: whether-not-how-many
def subarray_sum(nums, k):
    seen = {0}
    total = 0
    for x in nums:
        total += x
        if total - k in seen:
            return True
        seen.add(total)
    return False
