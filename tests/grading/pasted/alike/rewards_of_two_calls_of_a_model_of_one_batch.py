# problem: reward-model-loss
# expect: invalid
# not: reward_model gives
import torch.nn.functional as F


def pairwise_loss(reward_model, chosen_ids, rejected_ids):
    chosen = reward_model(chosen_ids)
    rejected = reward_model(chosen_ids)
    return -F.logsigmoid(chosen - rejected).mean()
