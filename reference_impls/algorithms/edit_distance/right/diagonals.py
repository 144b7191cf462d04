def edit_distance(a, b):
    """Furthest-reaching points per diagonal (Ukkonen): after e edits, how far along a on each diagonal."""
    m, n = len(a), len(b)

    def slide(i, k):
        while i < m and i + k < n and a[i] == b[i + k]:
            i += 1
        return i

    reach = {0: slide(0, 0)}
    edits = 0
    while reach.get(n - m, -1) < m:
        edits += 1
        further = {}
        for k in range(-edits, edits + 1):
            options = [reach.get(k, -2) + 1, reach.get(k - 1, -2), reach.get(k + 1, -2) + 1]
            best = max(options)
            best = min(best, m, n - k)
            if best >= 0 and best + k >= 0:
                further[k] = slide(best, k)
        reach = further
    return edits
