# slip: zero-for-no-parent-below-b
def count_components(n, edges):
    up = {}

    def top(x):
        while up.get(x):
            x = up[x]
        return x

    left = n
    for a, b in edges:
        ta, tb = top(a), top(b)
        if ta != tb:
            up[ta] = tb
            left -= 1
    return left
