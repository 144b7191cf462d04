# slip: list-of-counts
"""nums = [-1, -1, 3], k = 1 gives [3] instead of [-1]."""


def top_k_frequent(nums, k):
    size = max(abs(x) for x in nums) + 1
    counts = [0] * size
    for x in nums:
        counts[x] += 1
    distinct = sorted(range(size), key=lambda v: counts[v], reverse=True)
    return distinct[:k]
