# slip: from-left-to-right
def max_coins(nums):
    total = 0
    for i, x in enumerate(nums):
        total += x * (nums[i + 1] if i + 1 < len(nums) else 1)
    return total
