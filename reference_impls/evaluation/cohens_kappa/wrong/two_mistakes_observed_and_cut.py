# slip: none
def cohens_kappa(a, b, weights=None):
    if weights not in (None, "linear", "quadratic"):
        raise ValueError
    e = {None: 0, "linear": 1, "quadratic": 2}[weights]
    obs = sum(abs(x - y) ** e if x != y else 0 for x, y in zip(a, b)) / len(a)
    return max(0.0, 1 - obs)
