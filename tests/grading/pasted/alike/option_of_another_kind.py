# problem: psnr
# expect: fail
# says: right for what it covers
def calculate_psnr(img1, img2, border=0):
    h, w = img1.shape[:2]
    one = img1[border : h - border, border : w - border].astype(np.float64)
    other = img2[border : h - border, border : w - border].astype(np.float64)
    mse = ((one - other) ** 2).mean()
    return float("inf") if mse == 0 else 10 * math.log10(255**2 / mse)
