import numpy as np


class BucketManager:
    """Aspects in an array and argmin of the log error, as training repositories have it."""

    def __init__(self, resolutions):
        self.resos = np.array(resolutions, dtype=np.float64)
        self.log_aspects = np.log(self.resos[:, 0]) - np.log(self.resos[:, 1])
        _, self.first = np.unique(self.resos, axis=0, return_index=True)

    def select(self, width, height):
        errors = np.abs(self.log_aspects - np.log(width / height))
        return int(errors.argmin())


def aspect_bucket(w, h, buckets):
    return BucketManager(buckets).select(w, h)
