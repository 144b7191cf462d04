# problem: autoregressive-nll
# expect: fail
def training_step(batch, outputs):
    ids = batch["input_ids"]
    logits = outputs["logits"]
    lp = F.log_softmax(logits, -1).gather(-1, ids[..., None]).squeeze(-1)
    return {"loss": -lp.mean(), "ppl": (-lp.mean()).exp()}
