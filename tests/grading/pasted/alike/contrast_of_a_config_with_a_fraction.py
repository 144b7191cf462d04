# problem: mscn
# expect: fail
# not: Your default of sigma is None
def mscn(img, cfg):
    from scipy.ndimage import gaussian_filter
    s, c = cfg.get("sigma", 7 / 6), cfg.get("C", 1.0)
    img = np.asarray(img, float)
    g = lambda a: gaussian_filter(a, s, mode="nearest")
    m = g(img)
    return (img - m) / np.sqrt(np.maximum(g(img * img) - m * m, 0) + c)
