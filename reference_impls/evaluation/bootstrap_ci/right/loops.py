def quantile(values, q):
    values = sorted(values)
    place = q * (len(values) - 1)
    k = int(place)
    above = values[min(k + 1, len(values) - 1)]
    return values[k] + (place - k) * (above - values[k])


def bootstrap_ci(a, b, indices, alpha=0.05):
    a, b = a.tolist(), b.tolist()
    n = len(a)
    diffs = []
    for row in indices.tolist():
        diffs.append(sum(a[i] - b[i] for i in row) / n)
    return (sum(a) - sum(b)) / n, quantile(diffs, alpha / 2), quantile(diffs, 1 - alpha / 2)
