# problem: svm-objective
# says: LinearSVM.loss is graded as svm_objective
class LinearSVM:
    def __init__(self, C=1.0, lr=1e-3):
        self.C, self.lr = C, lr
        self.w = None
        self.b = None

    def loss(self, X, y):
        slack = np.maximum(0, 1 - y * (X @ self.w - self.b))
        return self.w @ self.w / 2 + self.C * slack.sum()

    def fit(self, X, y):
        self.w, self.b = np.zeros(X.shape[1]), 0.0
        for _ in range(100):
            inside = y * (X @ self.w - self.b) < 1
            self.w = self.w - self.lr * (self.w - self.C * y[inside] @ X[inside])
            self.b = self.b - self.lr * self.C * y[inside].sum()
