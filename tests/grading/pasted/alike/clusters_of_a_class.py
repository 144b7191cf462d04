# problem: dbscan
# says: Clusters.fit_predict is graded as dbscan
class Clusters:
    def __init__(self, radius=0.5, *, epsilon, min_points=5):
        self.epsilon, self.min_points = epsilon, min_points

    def near(self, points, i):
        return np.flatnonzero(((points - points[i]) ** 2).sum(1) <= self.epsilon**2)

    def fit_predict(self, points):
        labels, label = np.full(len(points), -1), 0
        for i in range(len(points)):
            if labels[i] >= 0 or len(self.near(points, i)) < self.min_points:
                continue
            waiting = [i]
            while waiting:
                j = waiting.pop()
                if labels[j] < 0:
                    labels[j] = label
                    waiting += list(self.near(points, j)) if len(self.near(points, j)) >= self.min_points else []
            label += 1
        return labels
