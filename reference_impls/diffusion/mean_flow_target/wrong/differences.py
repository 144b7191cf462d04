# slip: coarse-differences
def mean_flow_target(u, x_t, r, t, v):
    h = 0.01
    d = (u(x_t + h * v, r, t + h) - u(x_t, r, t)) / h
    return (v - (t - r).reshape(-1, *[1] * (x_t.ndim - 1)) * d).detach()
