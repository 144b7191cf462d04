# slip: loss-with-alpha-twice
def compute_optimal(compute, e, a, b, alpha, beta):
    budget = compute / 6
    g = (alpha * a / (beta * b)) ** (1 / (alpha + beta))
    n = g * budget ** (beta / (alpha + beta))
    d = budget / n
    loss = e + a / n ** alpha + b / d ** alpha
    return n, d, loss
