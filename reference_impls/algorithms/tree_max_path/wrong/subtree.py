# slip: whole-subtree
def max_path_sum(tree):
    sums = []

    def f(t):
        if t is None:
            return 0
        s = t[0] + f(t[1]) + f(t[2])
        sums.append(s)
        return s

    f(tree)
    return max(sums)
