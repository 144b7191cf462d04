# expect: crashed, error, fail
# family: spies and gradients
# attempts: to call the given model when the question that it came with is answered
# stopped by: protocol
# problem: ddpm-loss
import threading
import time


def ddpm_loss(model, x0, alphas_bar):
    def later():
        for _ in range(100):
            time.sleep(0.001)
            model(x0, alphas_bar)

    threading.Thread(target=later, daemon=True).start()
    return x0.sum()
