from bisect import bisect_left, bisect_right
from itertools import accumulate


def split_array(nums, k):
    prefix = list(accumulate(nums))

    def fits(limit):
        done = 0
        for _ in range(k):
            i = bisect_right(prefix, done + limit)
            if i == len(prefix):
                return True
            done = prefix[i - 1] if i else 0
        return False

    base = max(nums)
    return base + bisect_left(range(prefix[-1] - base), True, key=lambda d: fits(base + d))
