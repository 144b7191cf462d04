import numpy as np

def ssim_global(x, y, peak=255.0):
    x = x.astype(np.float64); y = y.astype(np.float64)
    mx, my = x.mean(), y.mean()
    vx = (x*x).mean() - mx**2
    vy = (y*y).mean() - my**2
    cxy = (x*y).mean() - mx*my
    C1 = (0.01*peak)**2; C2 = (0.03*peak)**2
    return ((2*mx*my + C1)*(2*cxy + C2)) / ((mx**2 + my**2 + C1)*(vx + vy + C2))
