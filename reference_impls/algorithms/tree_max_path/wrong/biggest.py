# slip: arm-without-its-value
def max_path_sum(tree):
    v, l, r = tree
    return max([v] + [max_path_sum(c) for c in (l, r) if c])
