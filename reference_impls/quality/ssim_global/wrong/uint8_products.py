# slip: products-and-squares-wrap
def ssim_global(x, y, peak=255.0):
    ux, uy = x.mean(), y.mean()
    vx = (x * x).mean() - ux * ux
    vy = (y * y).mean() - uy * uy
    vxy = (x * y).mean() - ux * uy
    C1, C2 = (0.01 * peak) ** 2, (0.03 * peak) ** 2
    return ((2 * ux * uy + C1) * (2 * vxy + C2)) / ((ux**2 + uy**2 + C1) * (vx + vy + C2))
