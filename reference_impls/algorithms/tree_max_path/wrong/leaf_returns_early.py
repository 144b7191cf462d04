# slip: leaves-no-path
def max_path_sum(tree):
    best = float("-inf")
    def down(t):
        nonlocal best
        if t is None:
            return 0
        v, l, r = t
        if l is None and r is None:
            return v
        a, b = max(0, down(l)), max(0, down(r))
        best = max(best, v + a + b)
        return v + max(a, b)
    d = down(tree)
    return max(best, d)
