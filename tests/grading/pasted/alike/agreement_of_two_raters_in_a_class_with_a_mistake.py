# problem: cohens-kappa
# expect: fail
# says: Your code takes the expected agreement from the first rater's frequencies
class AgreementMatrix:
    def __init__(self, rater_a, rater_b):
        n = max(max(rater_a), max(rater_b)) + 1
        self.table = np.zeros((n, n))
        for i, j in zip(rater_a, rater_b):
            self.table[i, j] += 1
        self.n = n

    def kappa(self, weights=None):
        i, j = np.indices((self.n, self.n))
        if weights is None:
            w = (i != j).astype(float)
        elif weights == "linear":
            w = np.abs(i - j)
        elif weights == "quadratic":
            w = (i - j) ** 2
        else:
            raise ValueError(weights)
        obs = self.table / self.table.sum()
        exp = np.outer(obs.sum(1), obs.sum(1))
        return float(1 - (w * obs).sum() / (w * exp).sum())
