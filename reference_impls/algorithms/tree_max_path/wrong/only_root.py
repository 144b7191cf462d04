# slip: through-the-root
def max_path_sum(tree):
    def f(t):
        return 0 if t is None else t[0] + max(0, f(t[1]), f(t[2]))

    return tree[0] + max(0, f(tree[1])) + max(0, f(tree[2]))
