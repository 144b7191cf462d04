# slip: neighbors-taken
def rob(nums):
    before, best = 0, 0
    for v in nums:
        before = best
        best = max(best, before + v)
    return best
