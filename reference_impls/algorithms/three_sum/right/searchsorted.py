import numpy as np
def three_sum(nums):
    a = np.sort(np.array(nums, dtype=np.int64))
    out = set()
    n = len(a)
    for i in range(n - 2):
        for j in range(i + 1, n - 1):
            k = np.searchsorted(a[j + 1:], -(a[i] + a[j])) + j + 1
            if k < n and a[k] == -(a[i] + a[j]):
                out.add((a[i], a[j], a[k]))
    return [list(t) for t in out]
