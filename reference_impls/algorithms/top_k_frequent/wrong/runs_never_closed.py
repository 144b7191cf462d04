# slip: last-run-left-open-always
def top_k_frequent(nums, k):
    nums = sorted(nums)
    counts, run = [], 1
    for i in range(1, len(nums)):
        if nums[i] == nums[i - 1]:
            run += 1
        else:
            counts.append((run, nums[i - 1]))
            run = 1
    counts.sort(reverse=True)
    return [v for _, v in counts[:k]]
