# expect: fail
# family: forged verdicts
# attempts: an exception of a class of its own that bears the name of the one that is asked for
# stopped by: protocol
# problem: kth-smallest
class Shadow:
    ValueError = type("ValueError", (Exception,), {})


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise Shadow.ValueError("k is out of range")
    return sorted(nums)[k - 1]
