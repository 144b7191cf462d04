# problem: reverse-sde-step
# expect: fail
# says: Your code multiplies the score by g
import math


def euler_maruyama_step(sde, score_fn, x, t, dt, noise):
    g = sde.diffusion(t)
    reverse_drift = sde.drift(x, t) - g * score_fn(x, t)
    return x - reverse_drift * dt + g * math.sqrt(dt) * noise
