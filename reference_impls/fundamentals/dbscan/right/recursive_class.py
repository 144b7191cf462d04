class DBSCAN:
    def dbscan(self, x, eps, min_samples):
        pts = [tuple(float(c) for c in p) for p in x]
        near = [[j for j, q in enumerate(pts) if sum((a - b) ** 2 for a, b in zip(p, q)) ** 0.5 <= eps] for p in pts]
        self.labels = {}

        def visit(i, c):
            self.labels[i] = c
            if len(near[i]) >= min_samples:
                for j in near[i]:
                    if j not in self.labels:
                        visit(j, c)

        count = 0
        for i in range(len(pts)):
            if i not in self.labels and len(near[i]) >= min_samples:
                visit(i, count)
                count += 1
        return [self.labels.get(i, -1) for i in range(len(pts))]
