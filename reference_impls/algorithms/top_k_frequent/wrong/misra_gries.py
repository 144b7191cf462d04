# slip: rivals-cancelled
# input: nums = [1, 1, 1, 2, 3, 4, 5], k = 1: gives 5
def top_k_frequent(nums, k):
    """O(n) time, O(k) memory."""
    count = {}
    for v in nums:
        if v in count:
            count[v] += 1
        elif len(count) < k:
            count[v] = 1
        else:
            # no room: cancel v against one occurrence of each candidate
            for u in list(count):
                count[u] -= 1
                if count[u] == 0:
                    del count[u]
    if len(count) < k:
        for v in nums:
            if v not in count:
                count[v] = 1
            if len(count) == k:
                break
    return sorted(count, key=count.get, reverse=True)[:k]
