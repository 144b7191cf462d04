# problem: distillation-loss
# says: your student_model gives student, whatever it is called with
def kd_loss(student_model, teacher_model, inputs, labels, alpha=0.5, T=1.0):
    with torch.no_grad():
        teacher_logits = teacher_model(inputs)
    student_logits = student_model(inputs)
    soft = F.kl_div(F.log_softmax(student_logits / T, -1), F.softmax(teacher_logits / T, -1), reduction="batchmean")
    hard = F.cross_entropy(student_logits, labels)
    return hard + alpha * T * T * soft
