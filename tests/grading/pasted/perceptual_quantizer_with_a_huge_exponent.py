# problem: pq-oetf
# expect: fail
# says: Your code computes m₂ as 2523/32 · 128
# not: 1 / m₁
def pq_signal(light: np.ndarray) -> np.ndarray:
    part = np.clip(light, 0, 10000) / 10000
    m1, m2 = 2610 / 16384, 2523 / 32 * 128
    c1, c2, c3 = 3424 / 4096, 2413 / 128, 2392 / 128
    power = np.power(part, m1)
    return np.power((c1 + c2 * power) / (1 + c3 * power), m2)
