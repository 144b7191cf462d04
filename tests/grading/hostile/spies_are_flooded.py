# expect: crashed, timeout
# family: spies and gradients
# attempts: to call the given model without end
# stopped by: protocol
# problem: ddpm-loss
# timeout: 0.3
def ddpm_loss(model, x0, alphas_bar):
    while True:
        try:
            model("no tensor", "no time")
        except RuntimeError:
            continue
