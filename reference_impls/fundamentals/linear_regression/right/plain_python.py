def linear_regression(x, y, l2=0.0):
    rows = [[*map(float, r), 1.0] for r in x]
    t = [float(v) for v in y]
    m = len(rows[0])
    M = [[sum(r[i] * r[j] for r in rows) for j in range(m)] + [sum(r[i] * v for r, v in zip(rows, t))] for i in range(m)]
    for i in range(m - 1):
        M[i][i] += l2
    for i in range(m):                                  # Gauss-Jordan with pivots
        p = max(range(i, m), key=lambda k: abs(M[k][i]))
        M[i], M[p] = M[p], M[i]
        M[i] = [v / M[i][i] for v in M[i]]
        for k in range(m):
            if k != i:
                M[k] = [a - M[k][i] * b for a, b in zip(M[k], M[i])]
    theta = [M[i][m] for i in range(m)]
    return theta[:-1], theta[-1]
