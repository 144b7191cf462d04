# slip: to-v-noise-factor-linear
import math

def to_v(x0, eps, alpha_bar):
    root = math.sqrt(float(alpha_bar))
    return root * eps - (1 - root) * x0

def from_v(x_t, v, alpha_bar):
    root = math.sqrt(float(alpha_bar))
    rest = math.sqrt(1 - float(alpha_bar))
    x0 = root * x_t - rest * v
    return x0, root * v + rest * x_t
