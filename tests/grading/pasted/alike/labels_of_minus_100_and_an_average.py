# problem: sequence-logprob
# says: your labels are -100 where mask is 0
def batch_logps(logits, labels, average: bool = False):
    labels, logits = labels[:, 1:], logits[:, :-1]
    counted = labels != -100
    own = logits.log_softmax(-1).gather(-1, labels.clamp(min=0)[..., None])[..., 0] * counted
    return own.sum(-1) / counted.sum(-1) if average else own.sum(-1)
