# problem: reward-model-loss
# says: given in your batch: scores_1 and scores_0
def reward_model_loss(batch):
    rejected, chosen = batch["scores_1"], batch["scores_0"]
    return -F.logsigmoid(chosen - rejected).mean()
