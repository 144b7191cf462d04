# slip: kept-between-calls
def subarray_sum(nums, k, seen={0: 1}):
    """Wrong at the second call: subarray_sum([1, 1, 1], 2) gives 2, called once more it gives more than 2."""
    total, prefix = 0, 0
    for x in nums:
        prefix += x
        total += seen.get(prefix - k, 0)
        seen[prefix] = seen.get(prefix, 0) + 1
    return total
