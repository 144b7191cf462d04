# problem: kaiming-init
# says: your weights_shape is (fan_out, fan_in)
import numpy as np


class Glorot:
    def initialize(self, weights_shape, fan_in, fan_out):
        return np.random.normal(0.0, np.sqrt(2.0 / (fan_in + fan_out)), size=weights_shape)


class HeNormal:
    def initialize(self, weights_shape, fan_in, fan_out):
        return np.random.normal(0.0, np.sqrt(2.0 / fan_in), size=weights_shape)
