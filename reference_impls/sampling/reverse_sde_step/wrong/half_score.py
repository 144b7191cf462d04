# slip: score-halved
import math


def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    g = diffusion(t)
    return x - (drift(x, t) - 0.5 * g * g * score(x, t)) * dt + g * math.sqrt(dt) * z
