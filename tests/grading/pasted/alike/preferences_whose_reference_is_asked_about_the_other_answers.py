# problem: dpo-loss
# expect: fail
def preference_loss(model, ref_model, chosen_ids, rejected_ids, beta=0.1):
    with torch.no_grad():
        ref_chosen = ref_model(rejected_ids)
        ref_rejected = ref_model(chosen_ids)
    pi_chosen = model(chosen_ids)
    pi_rejected = model(rejected_ids)
    gained = beta * (pi_chosen - ref_chosen)
    lost = beta * (pi_rejected - ref_rejected)
    return -F.logsigmoid(gained - lost).mean()
