# problem: frechet-distance
# says: _fid_of is graded as frechet_distance
def _fid_of(mu1, sigma1, mu2, sigma2):
    mu1, sigma1, mu2, sigma2 = (one.double() for one in (mu1, sigma1, mu2, sigma2))
    values, vectors = torch.linalg.eigh(sigma1)
    root = vectors * values.clamp(min=0).sqrt() @ vectors.T
    both = torch.linalg.eigvalsh(root @ sigma2 @ root).clamp(min=0).sqrt().sum()
    return (mu1 - mu2).square().sum() + sigma1.trace() + sigma2.trace() - 2 * both


class FrechetInceptionDistance:
    def __init__(self, num_features):
        self.sums = {kind: torch.zeros(num_features).double() for kind in ("real", "fake")}
        self.products = {kind: torch.zeros(num_features, num_features).double() for kind in ("real", "fake")}
        self.counts = {"real": 0, "fake": 0}

    def update(self, features, real):
        kind, features = "real" if real else "fake", features.double()
        self.sums[kind] += features.sum(0)
        self.products[kind] += features.T @ features
        self.counts[kind] += len(features)

    def compute(self):
        given = []
        for kind, n in self.counts.items():
            mean = self.sums[kind] / n
            given += [mean, (self.products[kind] - n * torch.outer(mean, mean)) / (n - 1)]
        return _fid_of(*given)
