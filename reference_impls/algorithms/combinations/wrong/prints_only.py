# slip: nothing-returned
def combinations(n, k):
    out = []
    def bt(start, path):
        if len(path) == k:
            out.append(path[:])
            return
        for i in range(start, n + 1):
            bt(i + 1, path + [i])
    bt(1, [])
    print(out)
