# slip: index-from-R
def bootstrap_ci(a, b, indices, alpha=0.05):
    d = sorted((a - b)[indices].mean(1).tolist())
    n = len(d)
    return float((a - b).mean()), d[int(n * alpha / 2)], d[min(int(n * (1 - alpha / 2)), n - 1)]
