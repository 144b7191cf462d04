# problem: shift-time
# says: FlowMatchScheduler.shift_sigmas is graded as shift_time
class FlowMatchScheduler:
    def __init__(self, shift=3.0, num_train_timesteps=1000):
        self.shift = shift
        self.num_train_timesteps = num_train_timesteps
    def shift_sigmas(self, sigmas):
        return self.shift * sigmas / (1 + (self.shift - 1) * sigmas)
