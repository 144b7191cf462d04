import numpy as np


def largest_rectangle(heights):
    h = [int(x) for x in heights]
    n = len(h)
    left, right = [0] * n, [0] * n
    for i in range(n):
        j = i - 1
        while j >= 0 and h[j] >= h[i]:
            j = left[j]
        left[i] = j
    for i in range(n - 1, -1, -1):
        j = i + 1
        while j < n and h[j] >= h[i]:
            j = right[j]
        right[i] = j
    return max(np.array(h, dtype=np.int64) * (np.array(right) - np.array(left) - 1)) if n else 0
