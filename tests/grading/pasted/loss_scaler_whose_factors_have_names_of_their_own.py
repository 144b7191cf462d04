# problem: dynamic-loss-scale
# expect: fail
# says: right for what it covers
# says: The problem also asks for growth, backoff and interval
# not: can only be made with
class LossScaler:
    def __init__(self, scale, up=2.0, every=2000):
        self._loss_scale, self.up, self.every = scale, up, every
        self._unskipped = 0

    def update_loss_scale(self, has_overflow):
        if has_overflow:
            self._loss_scale = self._loss_scale / self.up
            self._unskipped = 0
        else:
            self._unskipped += 1
        if self._unskipped == self.every:
            self._loss_scale = self._loss_scale * self.up
            self._unskipped = 0
        return self._loss_scale, self._unskipped
