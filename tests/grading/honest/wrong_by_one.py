# uses: everyday tools, and counts from zero
# expect: fail
# problem: kth-smallest
import logging
import tempfile

logging.warning("temporary folder: %s", tempfile.gettempdir())


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    return sorted(nums)[k % len(nums)]
