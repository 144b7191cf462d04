# problem: pq-oetf
# expect: fail
# says: Every value that is wrong is too small
# not: 1 / m₁
def pq_signal(light):
    power = np.power(np.clip(light, 0, 10000) / 10000, 2610 / 16384)
    return np.power((3424 / 4096 + 2413 / 128 * power) / (1 + 2392 / 128 * power), 9000.0)
