# slip: through-the-origin-then-shifted
import numpy as np
def linear_regression(x, y, l2=0.0):
    w = np.linalg.solve(x.T @ x + l2 * np.eye(x.shape[1]), x.T @ y)
    b = np.mean(y - x @ w)
    return w, b
