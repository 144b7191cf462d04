# slip: path-not-copied
def combinations(n, k):
    res, path = [], []

    def dfs(start):
        if len(path) == k:
            res.append(path)
            return
        for i in range(start, n + 1):
            path.append(i)
            dfs(i + 1)
            path.pop()

    dfs(1)
    return res
