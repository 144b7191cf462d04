# slip: minus-one
import numpy as np


def daily_temperatures(t):
    out = np.full(len(t), -1)
    s = []
    for i in range(len(t)):
        while s and t[s[-1]] < t[i]:
            out[s[-1]] = i - s[-1]
            s.pop()
        s.append(i)
    return out
