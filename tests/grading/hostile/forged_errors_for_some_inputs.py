# expect: fail
# family: forged verdicts
# attempts: the error that is asked for, on the inputs that everybody tries alone
# stopped by: comparison
# problem: kth-smallest
def kth_smallest(nums, k):
    if k in (0, -1, len(nums) + 1) or not nums:
        raise ValueError("k is out of range")
    return sorted(nums)[min(k, len(nums)) - 1]
