# slip: zero-is-nothing
def single_number(nums):
    for x in nums:
        if x and nums.count(x) == 1:
            return x
