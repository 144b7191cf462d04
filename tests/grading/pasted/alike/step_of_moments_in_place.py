# problem: adamw-step
# says: your exp_avg, exp_avg_sq and step are kept in state
@torch.no_grad()
def adamw(param, grad, exp_avg, exp_avg_sq, step, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    step += 1
    exp_avg.mul_(beta1).add_(grad, alpha=1 - beta1)
    exp_avg_sq.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
    denominator = (exp_avg_sq / (1 - beta2**step)).sqrt() + eps
    return param * (1 - lr * weight_decay) - lr / (1 - beta1**step) * exp_avg / denominator
