# slip: one-for-each-count
def top_k_frequent(nums, k):
    by_count = {nums.count(x): x for x in sorted(set(nums))}
    result = []
    for c in sorted(by_count, reverse=True):
        if len(result) < k:
            result.append(by_count[c])
    return result
