# problem: dynamic-loss-scale
# says: HalfPrecisionScaler.update is graded as update_loss_scale
class HalfPrecisionScaler:
    def __init__(self, initial_scale, growth_factor=2.0, backoff_factor=0.5, growth_interval=500):
        self.scale = float(initial_scale)
        self.growth_factor, self.backoff_factor = growth_factor, backoff_factor
        self.growth_interval = growth_interval
        self._finite_updates_in_a_row = 0

    def scale_loss(self, loss):
        return loss * self.scale

    def unscale_gradients(self, params):
        found = False
        for p in params:
            if p.grad is not None:
                p.grad.div_(self.scale)
                found |= not bool(torch.isfinite(p.grad).all())
        return found

    def update(self, found_inf):
        if found_inf:
            self.scale *= self.backoff_factor
            self._finite_updates_in_a_row = 0
            return
        self._finite_updates_in_a_row += 1
        if self._finite_updates_in_a_row >= self.growth_interval:
            self.scale *= self.growth_factor
            self._finite_updates_in_a_row = 0
