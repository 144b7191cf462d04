# problem: linear-regression
# expect: fail

def least_squares(target, features, l2=0.0):
    design = np.column_stack([target, np.ones(len(target))])
    penalty = l2 * np.eye(design.shape[1])
    penalty[-1, -1] = 0
    weights = np.linalg.solve(design.T @ design + penalty, design.T @ features)
    return weights[:-1], weights[-1]
