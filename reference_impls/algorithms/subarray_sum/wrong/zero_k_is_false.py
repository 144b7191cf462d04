# slip: none-for-zero
def subarray_sum(nums, k):
    if not nums or not k:
        return 0
    n = len(nums)
    sums = [0]
    for x in nums:
        sums.append(sums[-1] + x)
    return sum(sums[j] - sums[i] == k for i in range(n) for j in range(i + 1, n + 1))
