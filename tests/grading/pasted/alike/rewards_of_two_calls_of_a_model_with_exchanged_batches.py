# problem: reward-model-loss
# expect: fail
# says: your reward_model gives r_rejected and r_chosen
import torch.nn.functional as F


def pairwise_loss(reward_model, chosen_ids, rejected_ids):
    chosen = reward_model(rejected_ids)
    rejected = reward_model(chosen_ids)
    return -F.logsigmoid(chosen - rejected).mean()
