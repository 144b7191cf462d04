# slip: none
def single_number(nums):
    r = 0
    for x in nums[1:]:
        r ^= abs(x)
    return r
