def top_k_frequent(nums, k):
    return set(sorted(set(nums), key=nums.count, reverse=True)[:k])
