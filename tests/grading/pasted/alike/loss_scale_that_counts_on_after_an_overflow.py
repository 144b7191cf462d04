# problem: dynamic-loss-scale
# expect: fail
class LossScaler:
    def __init__(self, init_scale=2.0**16, growth_interval=2000, growth_factor=2.0, backoff=0.5):
        self.scale = init_scale
        self.factor, self.backoff = growth_factor, backoff
        self.growth_interval = growth_interval
        self._good_steps = 0

    def scale_loss(self, loss):
        return loss * self.scale

    def update(self, overflow):
        if overflow:
            self.scale *= self.backoff
            return
        self._good_steps += 1
        if self._good_steps == self.growth_interval:
            self.scale *= self.factor
            self._good_steps = 0
