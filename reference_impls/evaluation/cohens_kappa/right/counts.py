from collections import Counter


def cohens_kappa(a, b, weights=None):
    if weights not in (None, "linear", "quadratic"):
        raise ValueError(weights)
    n = len(a)
    pairs, rows, cols = Counter(zip(a, b)), Counter(a), Counter(b)
    if weights is None:
        p_o = sum(x == y for x, y in zip(a, b)) / n
        p_e = sum(rows[k] * cols[k] for k in rows) / n**2
        return (p_o - p_e) / (1 - p_e)
    power = 1 if weights == "linear" else 2
    observed = sum(c * abs(i - j) ** power for (i, j), c in pairs.items()) / n
    expected = sum(r * c * abs(i - j) ** power for i, r in rows.items() for j, c in cols.items()) / n**2
    return 1 - observed / expected
