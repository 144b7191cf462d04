# slip: place-in-place-of-the-number
def single_number(nums):
    for i, x in enumerate(nums):
        if nums.count(x) == 1:
            return i
