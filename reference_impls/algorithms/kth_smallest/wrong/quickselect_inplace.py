# slip: argument-changed
import random
def kth_smallest(nums, k):
    if k < 1 or k > len(nums): raise ValueError
    lo, hi = 0, len(nums) - 1; k -= 1
    while True:
        p = nums[random.randint(lo, hi)]
        i, j = lo, hi
        while i <= j:
            while nums[i] < p: i += 1
            while nums[j] > p: j -= 1
            if i <= j:
                nums[i], nums[j] = nums[j], nums[i]; i += 1; j -= 1
        if k <= j: hi = j
        elif k >= i: lo = i
        else: return nums[k]
