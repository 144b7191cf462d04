# slip: none
def max_path_sum(tree):
    best = 0

    def f(t):
        nonlocal best
        if t is None:
            return 0
        l, r = max(f(t[1]), 0), max(f(t[2]), 0)
        best = max(best, t[0] + l + r)
        return t[0] + l + r

    f(tree)
    return best
