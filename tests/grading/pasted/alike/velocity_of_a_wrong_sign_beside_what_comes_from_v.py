# problem: v-prediction
# expect: fail
# says: Conversions.start_from_v and Conversions.noise_from_v are graded together as from_v
import torch


class Conversions:
    @staticmethod
    def roots(level):
        level = torch.as_tensor(level)
        return level.sqrt(), (1 - level).sqrt()

    def get_velocity(self, sample, noise, alpha_bar):
        signal, spread = self.roots(alpha_bar)
        return signal * noise + spread * sample

    def start_from_v(self, x_t, v, alpha_bar):
        signal, spread = self.roots(alpha_bar)
        return signal * x_t - spread * v

    def noise_from_v(self, x_t, v, alpha_bar):
        signal, spread = self.roots(alpha_bar)
        return spread * x_t + signal * v
