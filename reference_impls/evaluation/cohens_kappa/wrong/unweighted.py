# slip: weights-ignored
def cohens_kappa(a, b, weights=None):
    if weights not in (None, "linear", "quadratic"):
        raise ValueError
    n = len(a)
    p_o = sum(i == j for i, j in zip(a, b)) / n
    p_e = sum(a.count(k) * b.count(k) for k in set(a)) / n**2
    return (p_o - p_e) / (1 - p_e)
