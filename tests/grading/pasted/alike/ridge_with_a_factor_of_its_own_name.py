# problem: linear-regression
class LinearRegression:
    def __init__(self, reg_factor=0.0):
        self.reg_factor, self.weights, self.bias = reg_factor, None, None

    def fit(self, X, y):
        wide = np.insert(np.asarray(X, float), 0, 1, axis=1)
        penalty = np.eye(wide.shape[1])
        penalty[0, 0] = 0
        found = np.linalg.pinv(wide.T @ wide + self.reg_factor * penalty) @ wide.T @ y
        self.bias, self.weights = found[0], found[1:]
