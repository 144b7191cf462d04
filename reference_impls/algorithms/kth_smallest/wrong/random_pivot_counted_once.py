# slip: none
# repeats of the pivot are dropped: the quickselect counts the pivot once
# input: kth_smallest([2, 2, 2, 3], 2) gives 3, right is 2
import random


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError("k must lie in 1..len(nums)")
    items = list(nums)
    while True:
        pivot = random.choice(items)
        low = [x for x in items if x < pivot]
        high = [x for x in items if x > pivot]
        if k <= len(low):
            items = low
        elif k == len(low) + 1 or not high:
            return pivot
        else:
            k = min(k - len(low) - 1, len(high))
            items = high
