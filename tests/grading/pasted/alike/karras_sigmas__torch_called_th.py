# problem: karras-sigmas
# says: supplied: import torch as th
def levels(n, sigma_min, sigma_max, rho=7.0):
    high, low = sigma_max ** (1 / rho), sigma_min ** (1 / rho)
    between = high + th.linspace(0, 1, n) * (low - high)
    return th.cat([between**rho, th.zeros(1)])
