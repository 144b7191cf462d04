# problem: distillation-loss
# expect: fail
# says: Your code weighs the hard part with 1 - lam.
# says: Your default of T is 4, and that of temperature in the statement is 1.0: your code was called with 1.0.
def kd(student_logits, teacher_logits, labels, T=4, alpha=0.9):
    soft = F.kl_div(
        F.log_softmax(student_logits / T, dim=1), F.softmax(teacher_logits.detach() / T, dim=1), reduction="batchmean"
    )
    return alpha * T * T * soft + (1 - alpha) * F.cross_entropy(student_logits, labels)
