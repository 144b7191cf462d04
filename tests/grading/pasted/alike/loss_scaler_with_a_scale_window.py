# problem: dynamic-loss-scale
# expect: fail
# says: asks for backoff: yours has no such parameter
# not: can only be made with
class LossScaler:
    def __init__(self, scale, scale_factor=2.0, scale_window=2000):
        self._loss_scale = scale
        self._scale_factor = scale_factor
        self._scale_window = scale_window
        self._unskipped = 0

    def update_scale(self, has_overflow):
        if has_overflow:
            self._loss_scale = self._loss_scale / self._scale_factor
            self._unskipped = 0
        else:
            self._unskipped += 1
        if self._unskipped == self._scale_window:
            self._loss_scale = self._loss_scale * self._scale_factor
            self._unskipped = 0
        return self._loss_scale, self._unskipped
