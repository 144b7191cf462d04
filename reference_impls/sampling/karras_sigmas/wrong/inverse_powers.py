# slip: powers-exchanged-in-a-mixture
def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    a, b = sigma_max**rho, sigma_min**rho
    return [((n - 1 - i) / (n - 1) * a + i / (n - 1) * b) ** (1 / rho) for i in range(n)] + [0.0]
