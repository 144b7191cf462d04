# problem: psnr
# expect: fail
from ..backends import dispatchable
from .shapes import check_same_shape


@dispatchable
def squared_error(one, other):
    check_same_shape(one, other)
    return np.mean((one.astype(np.float64) - other.astype(np.float64)) ** 2)


@dispatchable
def peak_ratio(image_true, image_test, *, data_range=None):
    error = squared_error(image_true, image_test)
    return 20 * np.log10(data_range**2 / error)
