# problem: kl-shaped-rewards
# expect: fail
class AdaptiveKLController:
    def __init__(self, init_kl_coef):
        self.value = init_kl_coef
def compute_reward(r, log_probs, log_probs_base, action_mask, kl_ctl):
    kl = (log_probs - log_probs_base) * action_mask
    out = kl_ctl.value * kl
    eos = action_mask.size(1) - 1 - action_mask.long().fliplr().argmax(dim=1, keepdim=True)
    return out.scatter_add(1, eos, r.unsqueeze(1).to(out.dtype))
