# slip: pairs-with-the-other-sign
def single_number(nums):
    return sum(set(nums)) - sum(nums)
