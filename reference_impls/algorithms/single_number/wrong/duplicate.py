# slip: first-repeat
def single_number(nums):
    for i, x in enumerate(nums):
        if x in nums[:i]:
            return x
    return nums[0]
