# problem: ssim
# expect: error
# says: uint8 and float32 meet in one operation. Convert whole numbers first
def ssim(img1, img2, data_range=255.0):
    taps = torch.exp(-((torch.arange(11) - 5.0) ** 2) / (2 * 1.5**2))
    window = torch.outer(taps, taps)[None, None] / taps.sum() ** 2
    blur = lambda img: F.conv2d(img, window)
    b, c, h, w = img1.shape
    m, n = blur(img1), blur(img2)
    xx, yy, xy = blur(img1 * img1) - m * m, blur(img2 * img2) - n * n, blur(img1 * img2) - m * n
    c1, c2 = (0.01 * data_range) ** 2, (0.03 * data_range) ** 2
    return ((2 * m * n + c1) * (2 * xy + c2) / ((m * m + n * n + c1) * (xx + yy + c2))).mean()
