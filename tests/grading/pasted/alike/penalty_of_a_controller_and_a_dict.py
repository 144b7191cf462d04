# problem: kl-shaped-rewards
# says: your kl_ctrl is made by FixedKLController of beta
class FixedKLController:
    def __init__(self, kl_coef):
        self.value = kl_coef
    def update(self, current_kl, n_steps):
        pass
class AdaptiveKLController:
    def __init__(self, init_kl_coef, target_kl, horizon):
        self.value, self.target, self.horizon = init_kl_coef, target_kl, horizon
    def update(self, current_kl, n_steps):
        err = max(min(current_kl / self.target - 1, 0.2), -0.2)
        self.value *= 1 + err * n_steps / self.horizon
def apply_kl_penalty(data, kl_ctrl):
    kld = data["log_probs"] - data["ref_log_prob"]
    mask = data["response_mask"]
    last = (mask * torch.arange(1, mask.shape[1] + 1)).argmax(-1)
    scores = torch.zeros_like(mask)
    scores[torch.arange(len(last)), last] = data["scores"].to(mask.dtype)
    return scores - kl_ctrl.value * kld * mask
