# slip: none
from skimage.metrics import structural_similarity


def ssim(x, y, peak=255.0):
    return structural_similarity(x, y, data_range=peak, gaussian_weights=True, use_sample_covariance=False)
