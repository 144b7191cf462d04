# slip: none
def combinations(n, k, start=1, path=(), result=[]):
    if len(path) == k:
        result.append(list(path))
    else:
        for i in range(start, n + 1):
            combinations(n, k, i + 1, path + (i,), result)
    return result
