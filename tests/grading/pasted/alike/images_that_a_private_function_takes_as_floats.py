# problem: ssim
# says: calculate_ssim is graded as ssim
def _ssim(img1, img2, max_value):
    c1, c2 = (0.01 * max_value) ** 2, (0.03 * max_value) ** 2
    line = np.exp(-((np.arange(11) - 5.0) ** 2) / (2 * 1.5**2))
    window = np.outer(line, line) / line.sum() ** 2

    def mean(values):
        return (np.lib.stride_tricks.sliding_window_view(values, (11, 11)) * window).sum((-1, -2))

    mu1, mu2 = mean(img1), mean(img2)
    var1, var2, cov = mean(img1**2) - mu1**2, mean(img2**2) - mu2**2, mean(img1 * img2) - mu1 * mu2
    top = (2 * mu1 * mu2 + c1) * (2 * cov + c2)
    return (top / ((mu1**2 + mu2**2 + c1) * (var1 + var2 + c2))).mean()


def calculate_ssim(img1, img2, crop_border=0, data_range=255.0):
    if crop_border:
        inner = slice(crop_border, -crop_border)
        img1, img2 = img1[inner, inner], img2[inner, inner]
    return _ssim(img1.astype(np.float64), img2.astype(np.float64), data_range)
