# slip: none
def subarray_sum(nums, k):
    prefix = [nums[0]]
    for x in nums[1:]:
        prefix.append(prefix[-1] + x)
    count = sum(p == k for p in prefix)
    for i in range(len(prefix)):
        for j in range(i + 1, len(prefix)):
            count += prefix[j] - prefix[i] == k
    return count
