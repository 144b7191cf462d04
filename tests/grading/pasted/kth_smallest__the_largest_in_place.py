# problem: kth-smallest
# expect: fail
# says: Your code writes into its argument nums.
# says: Your code returns the k-th largest number.
def find_kth(nums, k):
    place, left, right = len(nums) - k, 0, len(nums) - 1
    while left <= right:
        pivot, low = nums[right], left
        for i in range(left, right):
            if nums[i] <= pivot:
                nums[low], nums[i] = nums[i], nums[low]
                low += 1
        nums[low], nums[right] = nums[right], nums[low]
        if low == place:
            return nums[low]
        left, right = (left, low - 1) if low > place else (low + 1, right)
