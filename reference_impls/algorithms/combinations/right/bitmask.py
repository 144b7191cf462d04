def combinations(n, k):
    return [[i + 1 for i in range(n) if m >> i & 1] for m in range(1 << n) if bin(m).count("1") == k]
