# slip: grows-each-clean-step
def update_loss_scale(scale, good_steps, found_inf, growth=2.0, backoff=0.5, interval=2000):
    return (scale * backoff, 0) if found_inf else (scale * growth, 0)
