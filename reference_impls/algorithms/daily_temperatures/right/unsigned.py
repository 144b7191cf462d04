import numpy as np


def daily_temperatures(t):
    waits = np.zeros(len(t), dtype=np.uint32)
    stack = []
    for i in range(len(t)):
        while stack and t[i] > t[stack[-1]]:
            j = stack.pop()
            waits[j] = i - j
        stack.append(i)
    return waits
