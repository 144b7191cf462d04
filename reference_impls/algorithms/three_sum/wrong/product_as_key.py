# slip: told-apart-by-their-product
def three_sum(nums):
    nums = sorted(nums)
    found = {}
    for i in range(len(nums) - 2):
        left, right = i + 1, len(nums) - 1
        while left < right:
            total = nums[i] + nums[left] + nums[right]
            if total == 0:
                found[nums[i] * nums[left] * nums[right]] = (nums[i], nums[left], nums[right])
                left, right = left + 1, right - 1
            elif total < 0:
                left += 1
            else:
                right -= 1
    return list(found.values())
