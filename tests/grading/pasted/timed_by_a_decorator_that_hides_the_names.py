# problem: dpo-loss
import time
def timer(func):
    def wrapper(*args, **kwargs):
        start = time.time()
        result = func(*args, **kwargs)
        wrapper.seconds = time.time() - start
        return result
    return wrapper

@timer
def dpo(reference_chosen, reference_rejected, policy_chosen, policy_rejected, temperature=0.1):
    margin = (policy_chosen - policy_rejected) - (reference_chosen - reference_rejected)
    return -F.logsigmoid(temperature * margin).mean()
