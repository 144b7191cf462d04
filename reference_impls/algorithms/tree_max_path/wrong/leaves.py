# slip: root-to-leaf
def max_path_sum(tree):
    v, l, r = tree
    if l is None and r is None:
        return v
    if l is None:
        return v + max_path_sum(r)
    if r is None:
        return v + max_path_sum(l)
    return v + max(max_path_sum(l), max_path_sum(r))
