import torch


class FlowMatchScheduler:
    """As in a scheduler with a static shift: sigmas, one formula, no state but the shift."""

    def __init__(self, shift):
        self._shift = shift

    @property
    def shift(self):
        return self._shift

    def scale_sigmas(self, sigmas):
        return self.shift * sigmas / (1 + (self.shift - 1) * sigmas)


def shift_time(t, shift):
    return FlowMatchScheduler(shift).scale_sigmas(t)
