import numpy as np


def single_number(nums):
    a = np.sort(np.asarray(nums, dtype=object))
    differ = np.flatnonzero(a[:-1:2] != a[1::2])
    return a[2 * differ[0]] if differ.size else a[-1]
