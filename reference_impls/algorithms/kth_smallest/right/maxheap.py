import heapq
def kth_smallest(nums, k):
    if k <= 0 or k > len(nums): raise ValueError("bad k")
    h = [-x for x in nums[:k]]; heapq.heapify(h)
    for x in nums[k:]:
        if -x > h[0]: heapq.heapreplace(h, -x)
    return -h[0]
