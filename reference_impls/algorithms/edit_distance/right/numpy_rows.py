import numpy as np


def edit_distance(a, b):
    target = np.array([ord(c) for c in b], dtype=np.int64)
    steps = np.arange(len(b) + 1)
    row = steps.copy()
    for char in a:
        new = row + 1
        new[1:] = np.minimum(new[1:], row[:-1] + (target != ord(char)))
        row = np.minimum.accumulate(new - steps) + steps
    return row[-1]
