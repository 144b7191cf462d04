# problem: ssim
# expect: fail
# says: With `0.03 * peak` there, your code passes every check
def ssim(x, y, peak=255.0):
    k1, k2 = (0.01 * peak) ** 2, (0.3 * peak) ** 2
    x, y = x.astype("float64"), y.astype("float64")

    def smooth(image):
        return scipy.ndimage.gaussian_filter(image, 1.5, truncate=3.5)[5:-5, 5:-5]

    mean_x, mean_y = smooth(x), smooth(y)
    var_x, var_y = smooth(x * x) - mean_x**2, smooth(y * y) - mean_y**2
    both = smooth(x * y) - mean_x * mean_y
    top = (2 * mean_x * mean_y + k1) * (2 * both + k2)
    bottom = (mean_x**2 + mean_y**2 + k1) * (var_x + var_y + k2)
    return (top / bottom).mean()
