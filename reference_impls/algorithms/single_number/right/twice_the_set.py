def single_number(nums):
    return 2 * sum(set(nums)) - sum(nums)
