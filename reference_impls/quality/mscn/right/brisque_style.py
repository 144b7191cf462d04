import numpy as np


def gen_gauss_window(lw, sigma):
    sd = float(sigma)
    weights = [0.0] * (2 * lw + 1)
    weights[lw] = 1.0
    total = 1.0
    for ii in range(1, lw + 1):
        tmp = np.exp(-0.5 * float(ii * ii) / (sd * sd))
        weights[lw + ii] = weights[lw - ii] = tmp
        total += 2.0 * tmp
    return [w / total for w in weights]


def correlate1d(a, w, axis):
    r = len(w) // 2
    p = np.pad(a, [(r, r) if k == axis else (0, 0) for k in range(2)], mode="symmetric")
    n = a.shape[axis]
    return sum(wk * np.take(p, range(k, k + n), axis=axis) for k, wk in enumerate(w))


def compute_image_mscn_transform(image, C, avg_window):
    image = np.array(image).astype("float32")
    mu_image = correlate1d(correlate1d(image, avg_window, 0), avg_window, 1)
    var_image = correlate1d(correlate1d(image**2, avg_window, 0), avg_window, 1)
    var_image = np.sqrt(np.abs(var_image - mu_image**2))
    return (image - mu_image) / (var_image + C), var_image, mu_image


def mscn(img, sigma=7 / 6, c=1.0):
    return compute_image_mscn_transform(img, c, gen_gauss_window(int(4 * sigma + 0.5), sigma))[0]
