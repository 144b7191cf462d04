# problem: psnr
def psnr(GT, P, MAX=None):
    peak = 255.0 if MAX is None else MAX
    error = np.mean((GT.astype(np.float64) - P.astype(np.float64)) ** 2)
    return np.inf if error == 0 else 10 * np.log10(peak**2 / error)
