# slip: narrow-band
def edit_distance(a, b, band=3):
    inf = 10**9
    band = max(band, abs(len(a) - len(b)))
    d = {(0, 0): 0}
    for i in range(len(a) + 1):
        for j in range(max(0, i - band), min(len(b), i + band) + 1):
            if i or j:
                d[i, j] = min(
                    d.get((i - 1, j), inf) + 1,
                    d.get((i, j - 1), inf) + 1,
                    d.get((i - 1, j - 1), inf) + (i > 0 and j > 0 and a[i - 1] != b[j - 1]),
                )
    return d[len(a), len(b)]
