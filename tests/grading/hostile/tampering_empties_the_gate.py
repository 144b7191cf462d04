# expect: forbidden, error
# family: tampering
# attempts: to empty the finder that withholds, found on the heap
# stopped by: withholding
# problem: ssim
import gc
for o in gc.get_objects():
    if type(o).__name__ == "Gate":
        o.names, o.forbidden = {}, frozenset()
import skimage.metrics as m
def ssim(x, y, peak=255.0):
    f = getattr(m, "struct" + "ural_similarity")
    return f(x, y, data_range=peak, gaussian_weights=True, sigma=1.5, use_sample_covariance=False)
