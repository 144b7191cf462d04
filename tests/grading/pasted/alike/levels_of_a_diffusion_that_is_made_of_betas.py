# problem: beta-schedules
# says: GaussianDiffusion(betas=named_beta_schedule(schedule_name, num_steps)).alphas_cumprod is graded as alphas_bar
def betas_for(num_steps, level, max_beta=0.999):
    ends = [(i / num_steps, (i + 1) / num_steps) for i in range(num_steps)]
    return np.array([min(1 - level(t2) / level(t1), max_beta) for t1, t2 in ends])


def named_beta_schedule(schedule_name, num_steps):
    if schedule_name == "linear":
        return np.linspace(1e-4, 0.02, num_steps)
    if schedule_name == "cosine":
        return betas_for(num_steps, lambda t: math.cos((t + 0.008) / 1.008 * math.pi / 2) ** 2)
    raise ValueError(f"unknown schedule: {schedule_name}")


class GaussianDiffusion:
    def __init__(self, *, betas):
        self.betas = betas = np.array(betas, dtype=np.float64)
        self.num_timesteps = len(betas)
        self.alphas_cumprod = np.cumprod(1.0 - betas, axis=0)
        self.alphas_cumprod_prev = np.append(1.0, self.alphas_cumprod[:-1])
        self.sqrt_alphas_cumprod = np.sqrt(self.alphas_cumprod)
