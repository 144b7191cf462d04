# problem: sequence-logprob
# says: your policy gives logits, whatever it is called with
def answer_logps(policy, input_ids, attention_mask, response_mask):
    out = policy(input_ids=input_ids, attention_mask=attention_mask, use_cache=False)
    scores = out.logits[:, :-1].float().log_softmax(-1)
    picked = scores.gather(2, input_ids[:, 1:, None])[..., 0]
    return (picked * response_mask[:, 1:]).sum(1)
