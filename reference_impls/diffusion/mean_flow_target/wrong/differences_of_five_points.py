# slip: none
def mean_flow_target(u, x_t, r, t, v):
    h = 8e-3
    def at(k):
        return u(x_t + k * h * v, r, t + k * h)
    d = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h)
    return (v - (t - r).reshape(-1, *[1] * (x_t.ndim - 1)) * d).detach()
