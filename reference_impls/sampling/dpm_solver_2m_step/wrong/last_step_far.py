# slip: last-step-extrapolated-far
import math


def safe_lambda(s):
    return -math.log(max(s, 1e-10))


def dpmpp_2m_step(x, x0, x0_prev, sigma, sigma_prev, sigma_next):
    lam, nxt = safe_lambda(sigma), safe_lambda(sigma_next)
    step = nxt - lam
    if x0_prev is None:
        mixed = x0
    else:
        last = lam - safe_lambda(sigma_prev)
        mixed = x0 + (x0 - x0_prev) * step / (2 * last)
    shrink = sigma_next / sigma
    return shrink * x + (1 - shrink) * mixed
