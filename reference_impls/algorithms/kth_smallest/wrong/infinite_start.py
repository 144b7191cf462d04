# slip: none
def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError("k")
    last = -1
    for _ in range(k):
        last = min((x for x in nums if x > last), default=last)
    return last
