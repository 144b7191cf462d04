# problem: kmeans
# says: KMeans.fit is graded as kmeans
class KMeans:
    def __init__(self, centers, iters=100):
        self.centers = centers.clone(); self.iters = iters
    def fit(self, x):
        for _ in range(self.iters):
            self.labels = ((x[:, None] - self.centers[None]) ** 2).sum(-1).argmin(1)
            before = self.centers.clone()
            for k in range(len(self.centers)):
                if (self.labels == k).any(): self.centers[k] = x[self.labels == k].mean(0)
            if torch.equal(before, self.centers): break
        self.labels = ((x[:, None] - self.centers[None]) ** 2).sum(-1).argmin(1)
