# slip: first-number-cancelled
def single_number(nums):
    r = nums[0]
    for i in range(len(nums)):
        r = r ^ nums[i]
    return r
