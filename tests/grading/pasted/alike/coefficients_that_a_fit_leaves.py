# problem: linear-regression
# says: RidgeByHand.fit is graded as linear_regression
class RidgeByHand:
    def __init__(self, alpha=0.0):
        self.alpha = alpha
        self.coef_, self.intercept_ = None, None

    def fit(self, X, y):
        means, middle = X.mean(axis=0), y.mean()
        inner = (X - means).T @ (X - means) + self.alpha * np.eye(X.shape[1])
        self.coef_ = np.linalg.solve(inner, (X - means).T @ (y - middle))
        self.intercept_ = middle - means @ self.coef_
        return self

    def predict(self, X):
        return X @ self.coef_ + self.intercept_
