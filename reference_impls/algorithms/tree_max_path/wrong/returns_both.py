# slip: both-arms-go-up
def max_path_sum(tree):
    best = [float("-inf")]

    def f(t):
        if t is None:
            return 0
        l, r = max(f(t[1]), 0), max(f(t[2]), 0)
        best[0] = max(best[0], t[0] + l + r)
        return t[0] + l + r

    f(tree)
    return best[0]
