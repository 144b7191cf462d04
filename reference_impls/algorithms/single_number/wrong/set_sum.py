# slip: sum-of-the-set
def single_number(nums):
    total, seen = 0, []
    for x in nums:
        if x not in seen:
            seen.append(x)
            total += x
    return total
