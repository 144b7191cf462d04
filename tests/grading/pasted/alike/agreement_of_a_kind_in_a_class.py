# problem: cohens-kappa
# expect: pass
class Kappa:
    def __init__(self, kind=None):
        self.kind = kind

    def score(self, a, b):
        labels = max(max(a), max(b)) + 1
        o = np.zeros((labels, labels))
        for i, j in zip(a, b):
            o[i, j] += 1 / len(a)
        e = np.outer(o.sum(1), o.sum(0))
        i, j = np.indices(o.shape)
        if self.kind not in (None, "linear", "quadratic"):
            raise ValueError(self.kind)
        w = abs(i - j) if self.kind == "linear" else (i - j) ** 2
        if self.kind is None:
            w = i != j
        return 1 - (w * o).sum() / (w * e).sum()
