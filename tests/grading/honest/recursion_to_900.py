# uses: recursion as deep as Python allows by default
# problem: kth-smallest
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


assert depth(900) == 900


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    middle = len(nums) // 2
    pivot, rest = nums[middle], nums[:middle] + nums[middle + 1 :]
    below = [x for x in rest if x < pivot]
    above = [x for x in rest if x >= pivot]
    if k <= len(below):
        return kth_smallest(below, k)
    return pivot if k == len(below) + 1 else kth_smallest(above, k - len(below) - 1)
