# slip: alphabetical
from collections import Counter


def least_interval(tasks, n):
    left = Counter(tasks)
    done_at = {}
    t = 0
    while left:
        for x in sorted(left):
            if t - done_at.get(x, -n - 1) > n:
                done_at[x] = t
                left[x] -= 1
                if left[x] == 0:
                    del left[x]
                break
        t += 1
    return t
