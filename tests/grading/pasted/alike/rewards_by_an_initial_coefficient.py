# problem: kl-shaped-rewards
class AdaptiveController:
    def __init__(self, init_kl_coef):
        self.value = init_kl_coef


def token_rewards(scores, logprobs, ref_logprobs, masks, init_kl_coef=0.2):
    coef = AdaptiveController(init_kl_coef).value
    rewards = -coef * (logprobs - ref_logprobs) * masks
    last = (torch.arange(1, masks.shape[1] + 1) * (masks > 0)).argmax(dim=1, keepdim=True)
    return rewards.scatter_add(1, last, scores[:, None])
