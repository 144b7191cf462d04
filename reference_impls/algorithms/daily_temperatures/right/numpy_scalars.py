import numpy as np
def daily_temperatures(t):
    out = np.zeros(len(t), dtype=int)
    stack = []
    for i, x in enumerate(t):
        while stack and t[stack[-1]] < x:
            j = stack.pop(); out[j] = i - j
        stack.append(i)
    return list(out)
