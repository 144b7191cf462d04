# problem: dropout
# expect: fail
# says: takes p for the probability to keep, also in the scale
# says: divides by the probability to keep also where that is 0
# not: 1 - p
def dropout(a, keep_prob):
    kept = np.random.rand(*a.shape) < keep_prob
    return a * kept / keep_prob
