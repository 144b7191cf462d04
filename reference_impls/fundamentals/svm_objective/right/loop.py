def svm_objective(w, b, x, y, c):
    total = 0.0
    for xi, yi in zip(x, y):
        margin = yi * (sum(wj * xj for wj, xj in zip(w, xi)) - b)
        if margin < 1:
            total += 1 - margin
    return 0.5 * sum(wj * wj for wj in w) + c * total
