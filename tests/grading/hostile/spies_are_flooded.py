# expect: crashed, timeout
# problem: ddpm-loss
def ddpm_loss(model, x0, alphas_bar):
    while True:
        try:
            model("no tensor", "no time")
        except RuntimeError:
            continue
