# slip: none
def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    a, b = sigma_max ** (1 / 7), sigma_min ** (1 / 7)
    return [(a + i * (b - a) / (n - 1)) ** 7 for i in range(n)] + [0.0]
