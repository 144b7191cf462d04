# slip: other-weights-accepted
def cohens_kappa(a, b, weights=None):
    def c(i, j):
        if weights == "linear":
            return abs(i - j)
        if weights == "quadratic":
            return (i - j) ** 2
        return float(i != j)

    observed = sum(c(i, j) for i, j in zip(a, b)) / len(a)
    expected = sum(c(i, j) for i in a for j in b) / len(a) ** 2
    return 1 - observed / expected
