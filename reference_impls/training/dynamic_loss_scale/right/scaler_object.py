import numpy as np


class Scaler:
    def __init__(self, scale, tracker, growth, backoff, interval):
        self.scale, self.tracker = np.float64(scale), tracker
        self.growth, self.backoff, self.interval = growth, backoff, interval

    def update(self, overflow):
        self.tracker += 1
        if overflow:
            self.scale, self.tracker = self.scale * self.backoff, 0
        elif self.tracker >= self.interval:
            self.scale, self.tracker = self.scale * self.growth, 0
        return self


def update_loss_scale(scale, good_steps, found_inf, growth=2.0, backoff=0.5, interval=2000):
    s = Scaler(scale, good_steps, growth, backoff, interval).update(found_inf)
    return s.scale, s.tracker
