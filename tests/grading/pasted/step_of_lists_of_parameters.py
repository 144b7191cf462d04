# problem: adamw-step
# says: its exp_avgs and exp_avg_sqs go into state
def adamw(params, grads, exp_avgs, exp_avg_sqs, max_exp_avg_sqs, state_steps, *, amsgrad, beta1, beta2, lr, weight_decay, eps):
    for weight, slope, first, second, count in zip(params, grads, exp_avgs, exp_avg_sqs, state_steps):
        count += 1
        done = count.item()
        weight.mul_(1 - lr * weight_decay)
        first.lerp_(slope, 1 - beta1)
        second.mul_(beta2).addcmul_(slope, slope, value=1 - beta2)
        size = (second / (1 - beta2**done)).sqrt().add_(eps)
        weight.addcdiv_(first, size, value=-lr / (1 - beta1**done))
