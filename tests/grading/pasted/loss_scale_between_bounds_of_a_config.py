# problem: dynamic-loss-scale
# expect: invalid
# not: checks failed
class LossScaler:
    def __init__(self, config):
        self.config = config
        self.loss_scale = config.init_loss_scale
        self.growth_tracker = 0

    def update_loss_scale(self, overflow):
        if overflow:
            self.loss_scale = max(self.loss_scale * self.config.backoff_factor, self.config.min_loss_scale)
            self.growth_tracker = 0
        else:
            self.growth_tracker += 1
            if self.growth_tracker >= self.config.growth_interval:
                self.loss_scale = min(self.loss_scale * self.config.growth_factor, self.config.max_loss_scale)
                self.growth_tracker = 0
        return self.loss_scale, self.growth_tracker
