# slip: G-to-one-half
def compute_optimal(compute, e, a, b, alpha, beta):
    budget = compute / 6
    g = (alpha * a / (beta * b)) ** 0.5
    n = g * budget ** (beta / (alpha + beta))
    d = budget / n
    loss = e + a / n ** alpha + b / d ** beta
    return n, d, loss
