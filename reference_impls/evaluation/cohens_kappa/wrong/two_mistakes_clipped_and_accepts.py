# slip: none
def cohens_kappa(a, b, weights=None):
    def c(i, j):
        return abs(i - j) if weights == "linear" else (i - j) ** 2 if weights == "quadratic" else float(i != j)

    observed = sum(c(i, j) for i, j in zip(a, b)) / len(a)
    expected = sum(c(i, j) for i in a for j in b) / len(a) ** 2
    return max(0.0, 1 - observed / expected)
