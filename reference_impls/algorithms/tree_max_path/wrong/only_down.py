# slip: downward-alone
def max_path_sum(tree):
    best = float("-inf")

    def f(t):
        nonlocal best
        if t is None:
            return 0
        down = t[0] + max(0, f(t[1]), f(t[2]))
        best = max(best, down)
        return down

    f(tree)
    return best
