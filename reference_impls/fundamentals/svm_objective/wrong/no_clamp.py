# slip: not-clamped
def svm_objective(w, b, x, y, c):
    return 0.5 * w @ w + c * (1 - y * (x @ w - b)).sum()
