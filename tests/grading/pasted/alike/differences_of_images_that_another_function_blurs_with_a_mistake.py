# problem: difference-of-gaussians
# expect: fail
def gaussian_kernel1d(sigma, truncate=4.0):
    r = int(truncate * sigma + 0.5)
    x = np.arange(-r, r + 1)
    w = np.exp(-0.5 * (x / sigma) ** 2)
    return w / w.sum(), r

def blur(image, sigma):
    k, r = gaussian_kernel1d(sigma)
    p = np.pad(image, ((r, r), (0, 0)), mode="symmetric")
    image = np.apply_along_axis(np.convolve, 0, p, k, mode="valid")
    p = np.pad(image, ((0, 0), (r, r)), mode="symmetric")
    return np.apply_along_axis(np.convolve, 1, p, k, mode="valid")

def generateGaussianImages(image, gaussian_kernels):
    return [blur(image, s) for s in gaussian_kernels]

def generateDoGImages(gaussian_images):
    return np.array([a - b for a, b in zip(gaussian_images, gaussian_images[1:])])
