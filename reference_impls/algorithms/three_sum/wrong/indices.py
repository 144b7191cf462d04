# slip: places
def three_sum(nums):
    n = len(nums)
    return [[i, j, k] for i in range(n) for j in range(i + 1, n) for k in range(j + 1, n)
            if nums[i] + nums[j] + nums[k] == 0]
