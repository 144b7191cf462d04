# problem: psnr
# expect: fail
def psnr(x, y, peak=255.0):
    mse = ((x - y) ** 2).mean()
    return float("inf") if mse == 0 else 10 * np.log10(peak**2 / mse)


def psnr_of_pixels(x, y, peak=255.0):
    return psnr(x.astype(np.float64), y.astype(np.float64), peak)
