# problem: karras-sigmas
# expect: fail
def given_or(value, otherwise):
    return otherwise if value is None else value


def noise_schedule(self, num_sample_steps=None):
    num_sample_steps = given_or(num_sample_steps, self.num_sample_steps)
    places = torch.arange(num_sample_steps, device=self.device, dtype=torch.float32) / (num_sample_steps)
    first, last = self.sigma_max ** (1 / self.rho), self.sigma_min ** (1 / self.rho)
    return F.pad((first + places * (last - first)) ** self.rho, (0, 1), value=0.0)
