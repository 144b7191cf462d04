# problem: dpm-solver-2m-step
# expect: fail
def step(cur, prev, x, sigma_next):
    if sigma_next == 0:
        return cur["x0"]
    ratio, h = sigma_next / cur["sigma"], math.log(cur["sigma"] / sigma_next)
    if prev["x0"] is None:
        return ratio * x - math.expm1(-h) * cur["x0"]
    r = math.log(prev["sigma"] / cur["sigma"]) / h
    estimate = (1 + 1 / (2 * r)) * prev["x0"] - cur["x0"] / (2 * r)
    return ratio * x - math.expm1(-h) * estimate
