# problem: cohens-kappa
# expect: fail
# says: Your code returns where it should raise ValueError.
# not: returns None
def kappa(first, second, weights=None):
    n = max(*first, *second) + 1
    table = confusion_matrix(first, second, labels=range(n)) / len(first)
    apart = np.abs(np.arange(n)[:, None] - np.arange(n))
    if not weights:
        apart = apart > 0
    elif weights == "quadratic":
        apart = apart**2
    elif weights != "linear":
        raise ValueError(weights)
    return float(1 - (apart * table).sum() / (apart * np.outer(table.sum(1), table.sum(0))).sum())
