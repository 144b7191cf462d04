# problem: autoregressive-nll
# says: given in your batch: input_ids
def training_step(batch, outputs):
    ids = batch["input_ids"]
    logits = outputs["logits"]
    lp = F.log_softmax(logits[:, :-1], -1).gather(-1, ids[:, 1:, None]).squeeze(-1)
    return {"loss": -lp.mean(), "ppl": (-lp.mean()).exp()}
