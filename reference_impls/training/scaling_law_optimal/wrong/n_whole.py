# slip: n-rounded
def compute_optimal(compute, e, a, b, alpha, beta):
    budget = compute / 6
    g = (alpha * a / (beta * b)) ** (1 / (alpha + beta))
    n = g * budget ** (beta / (alpha + beta))
    n = float(round(n))
    d = budget / n
    loss = e + a / n ** alpha + b / d ** beta
    return n, d, loss
