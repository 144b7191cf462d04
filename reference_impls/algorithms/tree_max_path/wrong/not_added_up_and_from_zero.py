# slip: arm-not-added-up
def max_path_sum(tree):
    best = 0
    def f(t):
        nonlocal best
        if t is None:
            return 0
        a, b = max(f(t[1]), 0), max(f(t[2]), 0)
        best = max(best, t[0] + a + b)
        return max(a, b, t[0])
    f(tree)
    return best
