# problem: beta-schedules
# says: are graded together as one, each for its own schedule
def linear_alpha_bars(timesteps):
    betas = np.linspace(1e-4, 0.02, timesteps)
    return np.cumprod(1.0 - betas)


def cosine_alpha_bars(timesteps, s=0.008, max_beta=0.999):
    def f(u):
        return math.cos((u + s) / (1 + s) * math.pi / 2) ** 2

    betas = [min(1 - f((i + 1) / timesteps) / f(i / timesteps), max_beta) for i in range(timesteps)]
    return np.cumprod(1.0 - np.array(betas))
