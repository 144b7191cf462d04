# problem: adamw-step
# expect: fail
# says: your m, v and t are kept in state
# not: doesn't give
@torch.no_grad()
def adamw(theta, g, m, v, t, lr, b1, b2, eps, wd):
    g = g + wd * theta
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    return theta - lr * (m / (1 - b1**t)) / ((v / (1 - b2**t)).sqrt() + eps), m, v
