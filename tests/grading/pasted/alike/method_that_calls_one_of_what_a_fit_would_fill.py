# problem: svm-objective
class LinearSVM:
    def __init__(self, C=1.0, lr=1e-3):
        self.C, self.lr = C, lr
        self.w = None
        self.b = None

    def objective(self, X, y):
        return self.penalty() + self.C * np.maximum(0, 1 - y * self.scores(X)).sum()

    def penalty(self):
        return self.w @ self.w / 2

    def scores(self, X):
        return X @ self.w - self.b

    def fit(self, X, y):
        self.w, self.b = np.zeros(X.shape[1]), 0.0
        for _ in range(100):
            inside = y * self.scores(X) < 1
            self.w = self.w - self.lr * (self.w - self.C * y[inside] @ X[inside])
            self.b = self.b - self.lr * self.C * y[inside].sum()
