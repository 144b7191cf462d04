# problem: combinations
def combinations(total, size):
    """`size` stands for n elsewhere; here it is at the place of k."""
    if size == 0:
        return [[]]
    if total < size:
        return []
    return combinations(total - 1, size) + [[*some, total] for some in combinations(total - 1, size - 1)]
