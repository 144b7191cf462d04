# problem: reward-model-loss
def compute_loss(rewards_chosen: torch.FloatTensor, rewards_rejected: torch.FloatTensor) -> torch.FloatTensor:
    return -nn.functional.logsigmoid(rewards_chosen - rewards_rejected).mean()
