# slip: same-number-below-if-any-passes
def pass_at_k(n, c, k):
    failures = n - c
    if c == 0:
        return 0.0
    if failures < k:
        return 1.0
    none_passes = 1.0
    for drawn in range(k):
        none_passes = none_passes * (failures - drawn) / n
    return 1.0 - none_passes
