# slip: whole-subtree
def max_path_sum(tree):
    best = float("-inf")
    def down(t):
        nonlocal best
        if t is None:
            return 0
        v, l, r = t
        a, b = down(l), down(r)
        best = max(best, v + a + b)
        return v + a + b
    down(tree)
    return best
