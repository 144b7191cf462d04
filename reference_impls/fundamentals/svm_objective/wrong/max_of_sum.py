# slip: clamped-after-the-sum
def svm_objective(w, b, x, y, c):
    return 0.5 * w.dot(w) + c * max(0, sum(1 - y * (x @ w - b)))
