def combinations(n, k):
    if k > n:
        return []
    current, found = list(range(1, k + 1)), []
    while True:
        found.append(current[:])
        i = k - 1
        while i >= 0 and current[i] == n - k + i + 1:
            i -= 1
        if i < 0:
            return found
        current[i] += 1
        for j in range(i + 1, k):
            current[j] = current[j - 1] + 1
