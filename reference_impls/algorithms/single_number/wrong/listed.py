# slip: more-than-asked
def single_number(nums):
    return [x for x in nums if nums.count(x) == 1]
