# slip: none
def subarray_sum(nums, k):
    got = set()
    for i in range(len(nums)):
        for j in range(i + 1, min(len(nums), i + 40) + 1):
            if sum(nums[i:j]) == k: got.add(tuple(nums[i:j]))
    return len(got)
