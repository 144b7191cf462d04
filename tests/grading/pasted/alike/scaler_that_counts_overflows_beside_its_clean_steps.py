# problem: dynamic-loss-scale
# says: GradientScaler.update is graded as update_loss_scale
class GradientScaler:
    def __init__(self, initial_scale, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000):
        self.scale = float(initial_scale)
        self.growth_factor = growth_factor
        self.backoff_factor = backoff_factor
        self.growth_interval = growth_interval
        self._growth_tracker = 0
        self.num_overflows = 0

    def scale_loss(self, loss):
        return loss * self.scale

    def update(self, has_overflow):
        if has_overflow:
            self.scale = self.scale * self.backoff_factor
            self._growth_tracker = 0
            self.num_overflows += 1
            return
        self._growth_tracker += 1
        if self._growth_tracker == self.growth_interval:
            self.scale = self.scale * self.growth_factor
            self._growth_tracker = 0
