import numpy as np


def longest_unique_substring(s):
    codes = np.array([ord(c) for c in s], dtype=np.int64)
    previous = {}
    reach = np.zeros(len(codes), dtype=int)
    for i, code in enumerate(codes):
        gap = i - previous.get(int(code), -1)
        reach[i] = min(gap, (reach[i - 1] if i else 0) + 1)
        previous[int(code)] = i
    return reach.max(initial=0)
