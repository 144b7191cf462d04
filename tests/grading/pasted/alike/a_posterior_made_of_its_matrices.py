# problem: discrete-posterior
class D3PM:
    def __init__(self, q_one_step, q_mats_prev):
        self.q_one_step_transposed = q_one_step.T
        self.q_mats_prev = q_mats_prev

    def q_posterior(self, x_t, x_0):
        weights = self.q_one_step_transposed[x_t] * self.q_mats_prev[x_0]
        return weights / weights.sum(dim=-1, keepdim=True)
