# problem: kth-smallest
# expect: fail
# says: writes into its argument nums
# not: clamps
def insertion_sort(values):
    for i in range(1, len(values)):
        for j in range(i, 0, -1):
            if values[j] < values[j - 1]:
                values[j], values[j - 1] = values[j - 1], values[j]


def kth(k, nums):
    if 1 < k > len(nums):
        return None
    insertion_sort(nums)
    return nums[k - 1]
