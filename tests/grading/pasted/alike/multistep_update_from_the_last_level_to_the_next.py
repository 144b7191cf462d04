# problem: dpm-solver-2m-step
# not: exchanges
import math


def multistep_update(x, denoised, old_denoised, sigma_last, sigma_cur, sigma_next):
    if sigma_next == 0:
        return denoised.clone()
    lam = {"cur": -math.log(sigma_cur), "next": -math.log(sigma_next)}
    h = lam["next"] - lam["cur"]
    d = denoised
    if old_denoised is not None:
        h_last = lam["cur"] + math.log(sigma_last)
        d = denoised + (denoised - old_denoised) * h / (2 * h_last)
    return x * sigma_next / sigma_cur - math.expm1(-h) * d
