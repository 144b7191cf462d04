# slip: cut-to-whole-degrees
"""Differs on: t=[36.5, 36.9] -> should be [1, 0], returns [0, 0]."""
import numpy as np


def daily_temperatures(t):
    temps = np.array(t, dtype=np.int64)
    n = len(temps)
    out = np.zeros(n, dtype=np.int64)
    stack = []
    for i in range(n):
        while stack and temps[stack[-1]] < temps[i]:
            j = stack.pop()
            out[j] = i - j
        stack.append(i)
    return out.tolist()
