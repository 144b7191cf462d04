# problem: linear-regression
# says: y of the problem is given as the last column of your data
def fit(data, l2=0.0):
    X, y = data[:, :-1], data[:, -1]
    A = np.column_stack([X, np.ones(len(X))])
    penalty = l2 * np.eye(A.shape[1])
    penalty[-1, -1] = 0
    w = np.linalg.solve(A.T @ A + penalty, A.T @ y)
    return w[:-1], w[-1]
