# problem: linear-regression
# expect: fail
# says: The problem also asks for l2: yours has no such parameter.
# not: lr
def linear_regression(X, y, lr=0.01):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(100):
        error = X @ w + b - y
        w, b = w - lr * 2 * X.T @ error / len(y), b - lr * 2 * error.mean()
    return w, b
