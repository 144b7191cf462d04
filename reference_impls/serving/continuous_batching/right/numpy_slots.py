import numpy as np


def schedule_decode(lengths, max_batch):
    free = np.zeros(max_batch, dtype=int)
    finish = np.zeros(len(lengths), dtype=int)
    for i, n in enumerate(lengths):
        k = np.argmin(free)
        free[k] = finish[i] = free[k] + n
    return int(free.max()), finish
