# slip: pairs-from-the-start-without-order
def single_number(nums):
    for a, b in zip(nums[::2], nums[1::2]):
        if a != b:
            return a
    return nums[-1]
