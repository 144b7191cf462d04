# slip: negative-arms-kept
def max_path_sum(tree):
    best = float("-inf")

    def f(t):
        nonlocal best
        if t is None:
            return 0
        l, r = f(t[1]), f(t[2])
        best = max(best, t[0] + l + r)
        return t[0] + max(l, r)

    f(tree)
    return best
