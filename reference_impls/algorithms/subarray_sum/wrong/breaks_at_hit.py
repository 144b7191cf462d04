# slip: first-end-only
def subarray_sum(nums, k):
    hits = 0
    for i in range(len(nums)):
        for j in range(i + 1, len(nums) + 1):
            if sum(nums[i:j]) == k:
                hits += 1
                break
    return hits
