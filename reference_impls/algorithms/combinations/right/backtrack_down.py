def combinations(n, k):
    result = []

    def backtrack(largest, path):
        if len(path) == k:
            result.append(tuple(path))
            return
        for i in range(largest, 0, -1):
            path.append(i)
            backtrack(i - 1, path)
            path.pop()

    backtrack(n, [])
    return tuple(result)
