def max_coins(values):
    n = len(values)

    def at(i):
        return values[i] if 0 <= i < n else 1

    best = {(i, i): 0 for i in range(n + 1)}
    for length in range(1, n + 1):
        for i in range(n - length + 1):
            j = i + length
            best[i, j] = max(best[i, k] + at(i - 1) * at(k) * at(j) + best[k + 1, j] for k in range(i, j))
    return best[0, n]
