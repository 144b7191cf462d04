# problem: flow-eps-to-velocity
# says: LinearPath.epsilon_to_velocity is graded
class LinearScheduler:
    def __call__(self, t):
        return {"alpha": t, "sigma": 1 - t, "d_alpha": torch.ones_like(t), "d_sigma": -torch.ones_like(t)}


def spread(t, like):
    return t.reshape(-1, *[1] * (like.ndim - 1)).expand_as(like)


class AffinePath:
    def __init__(self, scheduler):
        self.scheduler = scheduler

    def epsilon_to_velocity(self, epsilon, x_t, t):
        s = self.scheduler(spread(t, x_t))
        ratio = s["d_alpha"] / s["alpha"]
        return ratio * x_t + (s["d_sigma"] - ratio * s["sigma"]) * epsilon


class LinearPath(AffinePath):
    def __init__(self):
        self.scheduler = LinearScheduler()
