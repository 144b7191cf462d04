# slip: nodes-counted
def max_path_sum(tree):
    best = 0

    def depth(t):
        nonlocal best
        if t is None:
            return 0
        l, r = depth(t[1]), depth(t[2])
        best = max(best, l + r + 1)
        return 1 + max(l, r)

    depth(tree)
    return best
