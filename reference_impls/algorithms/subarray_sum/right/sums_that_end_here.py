def subarray_sum(nums, k):
    """How many subarrays that end here have each sum."""
    ending, found = {}, 0
    for x in nums:
        moved = {s + x: c for s, c in ending.items()}
        moved[x] = moved.get(x, 0) + 1
        found += moved.get(k, 0)
        ending = moved
    return found
