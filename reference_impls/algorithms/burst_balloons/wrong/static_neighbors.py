# slip: neighbors-stay
def max_coins(nums):
    total = 0
    for i in range(len(nums)):
        l = nums[i - 1] if i > 0 else 1
        r = nums[i + 1] if i < len(nums) - 1 else 1
        total += l * nums[i] * r
    return total
