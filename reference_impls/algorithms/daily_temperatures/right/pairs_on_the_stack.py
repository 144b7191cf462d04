import numpy as np


def daily_temperatures(t):
    out = np.zeros(len(t), dtype=int)
    stack = []
    for i, temp in enumerate(t):
        while stack and stack[-1][0] < temp:
            _, j = stack.pop()
            out[j] = i - j
        stack.append((temp, i))
    return out
