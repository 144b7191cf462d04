# slip: odd-and-even-values
def rob(nums):
    odd = [value for value in nums if value % 2 == 1]
    even = [value for value in nums if value % 2 == 0]
    return max(sum(odd), sum(even))
