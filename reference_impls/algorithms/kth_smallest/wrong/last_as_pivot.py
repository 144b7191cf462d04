# slip: equal-to-the-last-lost
def kth_smallest(nums, k):
    if k < 1 or k > len(nums):
        raise ValueError("k")
    items = list(nums)
    while items:
        pivot = items[-1]
        below = [x for x in items if x < pivot]
        above = [x for x in items if x > pivot]
        if k == len(below) + 1 or (k > len(below) and not above):
            return pivot
        if k <= len(below):
            items = below
        else:
            k = min(k - len(below) - 1, len(above))
            items = above
