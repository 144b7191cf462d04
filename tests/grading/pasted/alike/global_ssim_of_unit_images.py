# problem: ssim-global
# expect: fail
# says: Your code uses 0.01² and 0.03² as constants.
# says: The problem also asks for peak: yours has no such parameter.
def global_ssim(a, b):
    a, b = a.astype(np.float64), b.astype(np.float64)
    c1, c2 = 0.01**2, 0.03**2
    mean_a, mean_b = a.mean(), b.mean()
    cov = ((a - mean_a) * (b - mean_b)).mean()
    top = (2 * mean_a * mean_b + c1) * (2 * cov + c2)
    return top / ((mean_a**2 + mean_b**2 + c1) * (a.var() + b.var() + c2))
