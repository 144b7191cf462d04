# slip: band-of-a-power-of-two
def edit_distance(a, b):
    if not a or not b:
        return len(a) + len(b)
    inf, k = float("inf"), 1
    while True:
        row = [j if j <= k else inf for j in range(len(b) + 1)]
        for i in range(1, len(a) + 1):
            last, row = row, [i if i <= k else inf] + [inf] * len(b)
            for j in range(max(1, i - k), min(len(b), i + k) + 1):
                row[j] = min(last[j - 1] + (a[i - 1] != b[j - 1]), last[j] + 1, row[j - 1] + 1)
        if row[-1] != inf:
            return row[-1]
        k *= 2
