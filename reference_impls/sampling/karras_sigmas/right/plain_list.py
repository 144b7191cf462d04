def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    a, b = sigma_max ** (1 / rho), sigma_min ** (1 / rho)
    levels = []
    for i in range(n):
        frac = i / (n - 1)
        levels.append(((1 - frac) * a + frac * b) ** rho)
    return levels + [0.0]
