# problem: dpo-loss
def dpo_loss(batch, config):
    w = batch["chosen_logps"] - batch["ref_chosen_logps"]
    l = batch["rejected_logps"] - batch["ref_rejected_logps"]
    return -F.logsigmoid(config["beta"] * (w - l)).mean()
