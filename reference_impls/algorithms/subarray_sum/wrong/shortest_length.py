# slip: shortest
def subarray_sum(nums, k):
    latest = {0: 0}
    total, best = 0, float("inf")
    for end, x in enumerate(nums, 1):
        total += x
        if total - k in latest:
            best = min(best, end - latest[total - k])
        latest[total] = end
    return best if best < float("inf") else 0
